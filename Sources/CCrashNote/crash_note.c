#include "crash_note.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct note {
  const char *stage;
  size_t document_length;
  char document[512];
};

static _Thread_local struct note current;
static _Thread_local char *alternative_stack;

/// Who watched a signal before: the run-time library of Swift, which prints a backtrace, or a sanitizer.
static struct sigaction previous[65];

static size_t append(char *line, size_t length, size_t capacity, const char *text, size_t count) {
  if (count > capacity - length) count = capacity - length;
  memcpy(line + length, text, count);
  return length + count;
}

static const char *name_of(int number) {
  switch (number) {
    case SIGILL: return "an illegal instruction, which is how Swift traps";
    case SIGTRAP: return "a trap";
    case SIGSEGV: return "a bad access to memory, or too deep a recursion";
    case SIGBUS: return "a bad access to memory";
    case SIGFPE: return "an error of arithmetic";
    default: return "a call of abort()";
  }
}

static void tell(int number) {
  if (current.stage) {
    char line[1024];
    size_t length = 0;
#define APPEND(text, count) length = append(line, length, sizeof line, text, count)
#define APPEND_TEXT(text) APPEND(text, strlen(text))
    APPEND_TEXT("wireroom: fatal: stage '");
    APPEND_TEXT(current.stage);
    APPEND_TEXT("' crashed on '");
    APPEND(current.document, current.document_length);
    APPEND_TEXT("': ");
    APPEND_TEXT(name_of(number));
    APPEND_TEXT("; the next run goes on from here\n");
    ssize_t written = write(STDERR_FILENO, line, length);
    (void)written;
  }
  // Whoever was there before goes on: what caused the signal happens again, and a signal that was sent
  // is sent once more.
  sigaction(number, &previous[number], NULL);
  raise(number);
}

void crash_note_install(void) {
  if (!alternative_stack) {
    size_t size = 64 * 1024;
    alternative_stack = malloc(size);
    if (alternative_stack) {
      stack_t stack = {.ss_sp = alternative_stack, .ss_size = size};
      sigaltstack(&stack, NULL);
    }
  }
  const int numbers[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    struct sigaction old;
    if (sigaction(numbers[i], NULL, &old) != 0 || old.sa_handler == tell) continue;
    previous[numbers[i]] = old;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = tell;
    action.sa_flags = SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    sigaction(numbers[i], &action, NULL);
  }
}

void crash_note_set(const char *stage, const char *document, size_t document_length) {
  if (document_length > sizeof current.document) document_length = sizeof current.document;
  if (document_length) memcpy(current.document, document, document_length);
  current.document_length = document_length;
  current.stage = stage;
}

void crash_note_set_stage(const char *stage) { current.stage = stage; }
