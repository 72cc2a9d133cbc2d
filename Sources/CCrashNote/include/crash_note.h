// Says which stage was at work, on which document, when the process is about to die of a signal.
//
// In C because a signal handler may call next to nothing: no allocation, no lock, no Swift.
#ifndef CRASH_NOTE_H
#define CRASH_NOTE_H

#include <stddef.h>

/// Installs the handlers for the signals of traps and bad accesses. Each thread that is to be told of
/// after an overflow of its stack calls this once.
void crash_note_install(void);

/// Notes what the calling thread is about to do. The label must stay valid for ever; what does not fit
/// of the document's identifier is cut off. A label of NULL ends the note.
void crash_note_set(const char *stage, const char *document, size_t document_length);

/// Changes only the stage of the note.
void crash_note_set_stage(const char *stage);

#endif
