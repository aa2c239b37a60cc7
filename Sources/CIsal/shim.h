#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <stdlib.h>

// ISA-L's streams hold their windows as arrays inside; they are made and used here, and Swift sees a pointer.

/// What packs pieces of bytes at ISA-L's level 1, which gives the same bytes on every processor; NULL without memory.
static inline void *isal_packer_new(void) {
  struct isal_zstream *stream = malloc(sizeof(struct isal_zstream));
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

/// Unpacks a whole deflated member of known size. Returns whether it was whole and exactly of that size.
static inline int isal_unpack(const uint8_t *packed, uint32_t packed_size, uint8_t *plain, uint32_t size) {
  struct inflate_state *state = malloc(sizeof(struct inflate_state));
  if (state == NULL) return 0;
  isal_inflate_init(state);
  state->next_in = (uint8_t *)packed;
  state->avail_in = packed_size;
  state->next_out = plain;
  state->avail_out = size;
  int result = isal_inflate_stateless(state);
  int is_whole = result == ISAL_DECOMP_OK && state->block_state == ISAL_BLOCK_FINISH && state->total_out == size;
  free(state);
  return is_whole;
}
