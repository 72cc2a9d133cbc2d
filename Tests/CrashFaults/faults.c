// Makes the program's calls of the system fail, one at a time, wherever in the program they are made:
// in the runner, in SQLite or in a stage. Loaded by LD_PRELOAD, so that the program itself holds
// nothing for it. Told what to do by the environment:
//
//   FAULT_FOLDER   only calls for paths that start with this are counted
//   FAULT_CALL     which of them is struck, from 1 on
//   FAULT_KIND     error      it fails with the error number FAULT_ERROR
//                  interrupt  it fails with EINTR, where that can happen
//                  short      it reads or writes only half
//                  full       from it on, everything that needs room fails with ENOSPC
//                  kill       the process dies before it
//                  kill-after the process dies after it
//                  kill-half  the process dies after half of it is written
//                  hang       it never returns
//                  hog        the process takes memory until it gets no more, and dies
//   FAULT_COMMAND  a word of the command line, in whose processes alone all this happens
//   FAULT_TRACE    a file to which a line is added for each call that is counted
#ifdef __linux__
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum kind { NOTHING, ERROR, INTERRUPT, SHORT, FULL, KILL, KILL_AFTER, KILL_HALF, HANG, HOG };
// What a call is like, which decides which kinds of faults it can have.
enum { CAN_INTERRUPT = 1, HAS_LENGTH = 2, NEEDS_ROOM = 4 };

static const char *folder;
static enum kind kind;
static int error_number;
static long struck_call;
static int trace = -1;
static atomic_long calls;

// The paths of open files and folders that are watched.
#define MAXIMUM_DESCRIPTOR 4096
static _Atomic(char *) paths[MAXIMUM_DESCRIPTOR];

__attribute__((constructor)) static void read_environment(void) {
  static const char *names[] = {"nothing", "error",      "interrupt", "short", "full",
                                "kill",    "kill-after", "kill-half", "hang",  "hog"};
  const char *name = getenv("FAULT_KIND");
  for (int i = 0; name && i < 10; i++) if (strcmp(name, names[i]) == 0) kind = (enum kind)i;
  const char *number = getenv("FAULT_ERROR");
  error_number = number ? atoi(number) : EIO;
  number = getenv("FAULT_CALL");
  struck_call = number ? atol(number) : 0;
  const char *path = getenv("FAULT_TRACE");
  if (path && *path) {
    trace = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC,
                         0666);
  }
  folder = getenv("FAULT_FOLDER");
  const char *command = getenv("FAULT_COMMAND");
  if (command && *command) {
    char line[4096];
    int file = (int)syscall(SYS_openat, AT_FDCWD, "/proc/self/cmdline", O_RDONLY | O_CLOEXEC, 0);
    long length = syscall(SYS_read, file, line, sizeof line);
    syscall(SYS_close, file);
    // The words end with zeros.
    if (length <= 0 || !memmem(line, (size_t)length, command, strlen(command))) folder = NULL;
  }
}

static int is_watched(const char *path) {
  return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static void watch(int descriptor, const char *path) {
  if (descriptor >= 0 && descriptor < MAXIMUM_DESCRIPTOR && is_watched(path)) {
    free(atomic_exchange(&paths[descriptor], strdup(path)));
  }
}

static const char *path_of(int descriptor) {
  return descriptor >= 0 && descriptor < MAXIMUM_DESCRIPTOR ? paths[descriptor] : NULL;
}

static void die(void) { syscall(SYS_kill, syscall(SYS_getpid), SIGKILL); }

// A call that goes well must leave 'errno' alone: 'readdir' tells by it whether it has come to the end.
static enum kind fail(int number) {
  errno = number;
  return ERROR;
}

// Counts a call and says what is to happen to it: NOTHING, ERROR (with errno set), SHORT,
// KILL_AFTER or KILL_HALF.
static enum kind strike(const char *name, const char *path, int traits) {
  if (!is_watched(path)) return NOTHING;
  long number = atomic_fetch_add(&calls, 1) + 1;
  if (trace >= 0) {
    char line[4200];
    int length = snprintf(line, sizeof line, "%ld %s %s\n", number, name, path);
    syscall(SYS_write, trace, line, length);
  }
  if (struck_call == 0 || number < struck_call) return NOTHING;
  if (kind == FULL) return traits & NEEDS_ROOM ? fail(ENOSPC) : NOTHING;
  if (number != struck_call) return NOTHING;
  switch (kind) {
  case ERROR: return fail(error_number);
  case INTERRUPT: return traits & CAN_INTERRUPT ? fail(EINTR) : NOTHING;
  case SHORT: return traits & HAS_LENGTH ? SHORT : NOTHING;
  case KILL: die(); return NOTHING;
  case KILL_AFTER: return KILL_AFTER;
  case HANG:
    for (;;) pause();
  case HOG:
    for (;;) {
      char *memory = malloc(1 << 20);
      if (!memory) abort();
      memset(memory, 1, 1 << 20);
    }
  case KILL_HALF: return traits & HAS_LENGTH ? KILL_HALF : KILL_AFTER;
  default: return NOTHING;
  }
}

#define CALL(name, path, traits, expression)                  \
  enum kind fault = strike(name, path, traits);               \
  if (fault == ERROR) return -1;                              \
  long result = (expression);                                 \
  if (fault == KILL_AFTER || fault == KILL_HALF) die();       \
  return result

#define TRANSFER(name, traits, expression)                    \
  enum kind fault = strike(name, path_of(descriptor), traits);\
  if (fault == ERROR) return -1;                              \
  if ((fault == SHORT || fault == KILL_HALF) && count > 1) count /= 2; \
  long result = (expression);                                 \
  if (fault == KILL_AFTER || fault == KILL_HALF) die();       \
  return result

static int open_file(const char *path, int flags, mode_t mode) {
  int traits = CAN_INTERRUPT | (flags & O_CREAT && access(path, F_OK) != 0 ? NEEDS_ROOM : 0);
  enum kind fault = strike("open", path, traits);
  if (fault == ERROR) return -1;
  int descriptor = (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
  if (fault == KILL_AFTER || fault == KILL_HALF) die();
  watch(descriptor, path);
  return descriptor;
}

static mode_t mode_argument(int flags, va_list arguments) {
  return flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
}

int open(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = mode_argument(flags, arguments);
  va_end(arguments);
  return open_file(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = mode_argument(flags, arguments);
  va_end(arguments);
  return open_file(path, flags, mode);
}

int close(int descriptor) {
  if (descriptor >= 0 && descriptor < MAXIMUM_DESCRIPTOR) {
    free(atomic_exchange(&paths[descriptor], NULL));
  }
  return (int)syscall(SYS_close, descriptor);
}

ssize_t read(int descriptor, void *buffer, size_t count) {
  TRANSFER("read", CAN_INTERRUPT | HAS_LENGTH, syscall(SYS_read, descriptor, buffer, count));
}

ssize_t pread(int descriptor, void *buffer, size_t count, off_t offset) {
  TRANSFER("read", CAN_INTERRUPT | HAS_LENGTH,
           syscall(SYS_pread64, descriptor, buffer, count, offset));
}

ssize_t pread64(int descriptor, void *buffer, size_t count, off64_t offset) {
  return pread(descriptor, buffer, count, offset);
}

ssize_t write(int descriptor, const void *buffer, size_t count) {
  TRANSFER("write", CAN_INTERRUPT | HAS_LENGTH | NEEDS_ROOM,
           syscall(SYS_write, descriptor, buffer, count));
}

ssize_t pwrite(int descriptor, const void *buffer, size_t count, off_t offset) {
  TRANSFER("write", CAN_INTERRUPT | HAS_LENGTH | NEEDS_ROOM,
           syscall(SYS_pwrite64, descriptor, buffer, count, offset));
}

ssize_t pwrite64(int descriptor, const void *buffer, size_t count, off64_t offset) {
  return pwrite(descriptor, buffer, count, offset);
}

int fsync(int descriptor) {
  CALL("sync", path_of(descriptor), CAN_INTERRUPT, syscall(SYS_fsync, descriptor));
}

int fdatasync(int descriptor) {
  CALL("sync", path_of(descriptor), CAN_INTERRUPT, syscall(SYS_fdatasync, descriptor));
}

int syncfs(int descriptor) {
  CALL("sync", path_of(descriptor), 0, syscall(SYS_syncfs, descriptor));
}

int ftruncate(int descriptor, off_t length) {
  CALL("truncate", path_of(descriptor), CAN_INTERRUPT, syscall(SYS_ftruncate, descriptor, length));
}

int ftruncate64(int descriptor, off64_t length) { return ftruncate(descriptor, length); }

int flock(int descriptor, int operation) {
  CALL("lock", path_of(descriptor), CAN_INTERRUPT, syscall(SYS_flock, descriptor, operation));
}

int rename(const char *from, const char *to) {
  CALL("rename", to, 0, syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to,
              unsigned int flags) {
  CALL("exchange", to, 0, syscall(SYS_renameat2, from_folder, from, to_folder, to, flags));
}

int mkdir(const char *path, mode_t mode) {
  CALL("mkdir", path, NEEDS_ROOM, syscall(SYS_mkdirat, AT_FDCWD, path, mode));
}

int rmdir(const char *path) {
  CALL("rmdir", path, 0, syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR));
}

int unlink(const char *path) {
  CALL("unlink", path, 0, syscall(SYS_unlinkat, AT_FDCWD, path, 0));
}

int stat(const char *path, struct stat *status) {
  CALL("stat", path, 0, syscall(SYS_newfstatat, AT_FDCWD, path, status, 0));
}

DIR *opendir(const char *path) {
  enum kind fault = strike("opendir", path, 0);
  if (fault == ERROR) return NULL;
  DIR *(*real)(const char *) = (DIR * (*)(const char *)) dlsym(RTLD_NEXT, "opendir");
  DIR *stream = real(path);
  if (fault == KILL_AFTER || fault == KILL_HALF) die();
  if (stream) watch(dirfd(stream), path);
  return stream;
}

int closedir(DIR *stream) {
  int descriptor = dirfd(stream);
  if (descriptor >= 0 && descriptor < MAXIMUM_DESCRIPTOR) {
    free(atomic_exchange(&paths[descriptor], NULL));
  }
  int (*real)(DIR *) = (int (*)(DIR *))dlsym(RTLD_NEXT, "closedir");
  return real(stream);
}

struct dirent *readdir(DIR *stream) {
  enum kind fault = strike("readdir", path_of(dirfd(stream)), 0);
  if (fault == ERROR) return NULL;
  struct dirent *(*real)(DIR *) = (struct dirent * (*)(DIR *)) dlsym(RTLD_NEXT, "readdir");
  struct dirent *entry = real(stream);
  if (fault == KILL_AFTER || fault == KILL_HALF) die();
  return entry;
}
#endif
