// What glibc has and the Glibc module does not show.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <unistd.h>
#include <sys/syscall.h>
#include <fcntl.h>
#include <malloc.h>

// Exchanges the names of two files or folders in one step; -1 and errno where the file system cannot.
static inline int exchange_names(const char *one, const char *other) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, 2u /* RENAME_EXCHANGE */);
}

// Blocks of `size` bytes and more are taken from the system and given back one by one. Left alone, glibc keeps ever larger
// blocks for itself: a month whose records fill the memory would need a fifth more of it.
static inline void give_back_blocks_from(int size) {
  mallopt(M_MMAP_THRESHOLD, size);
  mallopt(M_TRIM_THRESHOLD, 64 * size);
}

// Gives pages that hold nothing any more back to the system.
static inline void give_back_free_pages(void) { malloc_trim(0); }
