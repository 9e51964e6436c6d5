#pragma once
// What systems offer for writing many files down at once, and for keeping files from a program that is
// started. Linux's headers show it to C programs that ask for GNU's extensions alone, which Swift does not.
#include <errno.h>
#include <spawn.h>
#include <sys/resource.h>

#if defined(__linux__)
#include <stdint.h>
#include <sys/vfs.h>

int sync_file_range(int descriptor, int64_t offset, int64_t count, unsigned flags);
int syncfs(int descriptor);
#if defined(__GLIBC__)
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);
#endif

// As in linux/fs.h and linux/magic.h.
enum { draft_wait_before = 1, draft_write = 2, draft_wait_after = 4 };
enum { draft_ext = 0xEF53, draft_xfs = 0x58465342 };
#define draft_btrfs 0x9123683EUL

/// Has the disk begin with what was written of a file; nobody waits.
static inline int draft_begin_writing(int descriptor) {
  return sync_file_range(descriptor, 0, 0, draft_write);
}

/// Waits for what was written of a file, but not for what the file system says about it; 0, or the code of
/// an error.
static inline int draft_end_writing(int descriptor) {
  unsigned flags = draft_wait_before | draft_write | draft_wait_after;
  return sync_file_range(descriptor, 0, 0, flags) == 0 ? 0 : errno;
}

/// Writes down a whole file system, where that is sure to include its journal and the disk's own memory:
/// ext2 to ext4, XFS, Btrfs. 0, or the code of an error.
static inline int draft_write_down(int descriptor) {
  struct statfs status;
  if (fstatfs(descriptor, &status) != 0) return errno;
  unsigned long kind = (unsigned long)status.f_type & 0xFFFFFFFF;
  if (kind != draft_ext && kind != draft_xfs && kind != draft_btrfs) return ENOTSUP;
  return syncfs(descriptor) == 0 ? 0 : errno;
}
#else
static inline int draft_begin_writing(int descriptor) { return 0; }
static inline int draft_end_writing(int descriptor) { return ENOTSUP; }
static inline int draft_write_down(int descriptor) { return ENOTSUP; }
#endif

/// Lets this process have more files open at once, as far as the system allows.
static inline void draft_allow_open_files(unsigned count) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= count) return;
  limit.rlim_cur = limit.rlim_max < count ? limit.rlim_max : count;
  setrlimit(RLIMIT_NOFILE, &limit);
}

/// Keeps what this process has open, other than its standard streams, from a program that is started; to be
/// called after the streams have been laid out. musl has nothing for it. 0, or the code of an error.
static inline int draft_close_others(posix_spawn_file_actions_t *actions,
                                     posix_spawnattr_t *attributes) {
#if defined(__APPLE__)
  short flags = 0;
  int code = posix_spawnattr_getflags(attributes, &flags);
  return code != 0 ? code : posix_spawnattr_setflags(attributes, flags | POSIX_SPAWN_CLOEXEC_DEFAULT);
#elif defined(__GLIBC__)
  return posix_spawn_file_actions_addclosefrom_np(actions, 3);
#else
  return 0;
#endif
}
