#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <stdlib.h>

// ISA-L's streams hold their windows as arrays inside; they are made and used here, and Swift sees a pointer.

/// What packs pieces of bytes at ISA-L's level 1, which gives the same bytes on every processor; NULL without memory.
static inline void *isal_packer_new(void) {
  // Zeros, since ISA-L's own beginning of a stream leaves the size of the window as it was in memory.
  struct isal_zstream *stream = calloc(1, sizeof(struct isal_zstream));
  uint8_t *level_buf = malloc(ISAL_DEF_LVL1_EXTRA_LARGE);
  if (stream == NULL || level_buf == NULL) {
    free(stream);
    free(level_buf);
    return NULL;
  }
  stream->level_buf = level_buf;
  return stream;
}

static inline void isal_packer_free(void *packer) {
  free(((struct isal_zstream *)packer)->level_buf);
  free(packer);
}

/// Packs one piece, which ends on a byte and needs nothing of those before it. Returns the packed size; 0 is a failure.
static inline size_t isal_packer_pack(
    void *packer, const uint8_t *plain, uint32_t size, int is_last, uint8_t *packed, uint32_t room) {
  struct isal_zstream *stream = packer;
  uint8_t *level_buf = stream->level_buf;
  isal_deflate_stateless_init(stream);
  stream->hist_bits = 0;
  stream->level = 1;
  stream->level_buf = level_buf;
  stream->level_buf_size = ISAL_DEF_LVL1_EXTRA_LARGE;
  stream->flush = is_last ? NO_FLUSH : FULL_FLUSH;
  stream->end_of_stream = is_last;
  stream->next_in = (uint8_t *)plain;
  stream->avail_in = size;
  stream->next_out = packed;
  stream->avail_out = room;
  if (isal_deflate_stateless(stream) != COMP_OK || stream->avail_in != 0) return 0;
  return stream->total_out;
}
