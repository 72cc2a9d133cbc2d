// Calls of Linux that the Glibc module does not show, because their headers hide them without
// _GNU_SOURCE. The prototypes are those of the manual pages.
#ifdef __linux__

#include <spawn.h>
#include <sys/resource.h>
#include <sys/vfs.h>

int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path,
              unsigned int flags);
int syncfs(int descriptor);
int sched_getaffinity(int process, unsigned long size, void *set);
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);

/// How many CPUs the scheduler may run this process on; 0 if it does not say.
static inline int affinity_count(void) {
  unsigned long set[128] = {0};
  int count = 0;
  if (sched_getaffinity(0, sizeof set, set) < 0) return 0;
  for (unsigned i = 0; i < 128; i++) count += __builtin_popcountl(set[i]);
  return count;
}

/// Sets a limit to the memory that this process may use for data; returns -1 if that is not possible.
static inline int limit_data(unsigned long bytes) {
  struct rlimit limit = {bytes, bytes};
  return setrlimit(RLIMIT_DATA, &limit);
}

/// The number of the kind of file system that a path is on, as in linux/magic.h; 0 if it is unknown.
static inline unsigned int file_system_kind(const char *path) {
  struct statfs status;
  return statfs(path, &status) < 0 ? 0 : (unsigned int)status.f_type;
}

#endif
