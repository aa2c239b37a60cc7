#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <stdlib.h>
#include <string.h>

// ISA-L's streams hold their windows as arrays inside; they are made and used here, and Swift sees a pointer.

// At level 1, ISA-L (2.30) notes the third position of its input under a hash of the address of the stream instead of one of
// the bytes there. What it packs is right either way, but a match with these bytes is found or not by where the stream lies.
// So a packer keeps a few streams, and takes one whose address gives a hash that none of the first bytes has: then that
// note changes nothing, and the bytes depend on the input alone.
enum { isal_packer_streams = 16 };

struct isal_packer {
  uint8_t *level_buf;
  int count;
  struct isal_zstream *streams[isal_packer_streams];
};

/// The bits of ISA-L's hash, a CRC-32C, that every input from 17 bytes on makes use of.
static inline uint32_t isal_packer_hash(uint32_t value) {
  for (int bit = 0; bit < 32; bit++) value = (value >> 1) ^ (value & 1 ? 0x82F63B78u : 0);
  return value & 31;
}

/// Whether the address of `stream` does not matter to how `plain` is packed.
static inline int isal_packer_is_neutral(const struct isal_zstream *stream, const uint8_t *plain, uint32_t size) {
  if (size < 17) return 1;
  uint32_t noted = isal_packer_hash((uint32_t)((uintptr_t)stream >> 16));
  for (int place = 0; place < 3; place++) {
    uint32_t bytes;
    memcpy(&bytes, plain + place, sizeof bytes);
    if (isal_packer_hash(bytes) == noted) return 0;
  }
  return 1;
}

/// One of the packer's streams for `plain`, made where there is none yet; NULL without memory.
static inline struct isal_zstream *isal_packer_stream(struct isal_packer *packer, const uint8_t *plain, uint32_t size) {
  for (int index = 0; index < packer->count; index++) {
    if (isal_packer_is_neutral(packer->streams[index], plain, size)) return packer->streams[index];
  }
  while (packer->count < isal_packer_streams) {
    // Zeros, since ISA-L's own beginning of a stream leaves the size of the window as it was in memory.
    struct isal_zstream *stream = calloc(1, sizeof(struct isal_zstream));
    if (stream == NULL) return NULL;
    packer->streams[packer->count++] = stream;
    if (isal_packer_is_neutral(stream, plain, size)) return stream;
  }
  return packer->streams[0];
}

static inline void isal_packer_free(void *pointer) {
  struct isal_packer *packer = pointer;
  for (int index = 0; index < packer->count; index++) free(packer->streams[index]);
  free(packer->level_buf);
  free(packer);
}

/// What packs pieces of bytes at ISA-L's level 1, which gives the same bytes on every processor; NULL without memory.
static inline void *isal_packer_new(void) {
  struct isal_packer *packer = calloc(1, sizeof(struct isal_packer));
  if (packer == NULL) return NULL;
  packer->level_buf = malloc(ISAL_DEF_LVL1_EXTRA_LARGE);
  if (packer->level_buf != NULL) return packer;
  isal_packer_free(packer);
  return NULL;
}

/// Packs one piece, which ends on a byte and needs nothing of those before it. Returns the packed size; 0 is a failure.
static inline size_t isal_packer_pack(
    void *pointer, const uint8_t *plain, uint32_t size, int is_last, uint8_t *packed, uint32_t room) {
  struct isal_packer *packer = pointer;
  struct isal_zstream *stream = isal_packer_stream(packer, plain, size);
  if (stream == NULL) return 0;
  isal_deflate_stateless_init(stream);
  stream->hist_bits = 0;
  stream->level = 1;
  stream->level_buf = packer->level_buf;
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
