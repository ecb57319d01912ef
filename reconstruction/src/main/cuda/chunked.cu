// 3 x 3 x 3 and 3 x 3 x 1 convolutions to 17 or more channels on the matrix units of Hopper.
//
// The axes are called x, t (along which the kernel has KT taps) and s (3 taps); t and s are y and z, or z and y for kernels
// of one section. Rows of the product are output channels, columns are the 8 x 16 voxels (x, t) of a plane. A block of four
// warpgroups and a loading warp works through boxes of 8 x 16 voxels by several planes along s; the summed axis goes in
// chunks of 16 input channels with all taps, double buffered in shared memory.
//
// - 64 output channels: each warpgroup one plane, each tap one 64-row product.
// - 32 output channels: each warpgroup two planes, the upper and the lower 32 rows. Of the four input planes
//   the outer two touch only one of them; there the other half gets zeros: taps of s lie in memory
//   as [-, 2, 1, 0, -] and input plane p begins at 3 - p.
//
// Two warpgroups take turns with the other two, so that these store a finished box while those multiply.
//
// Activations: half, [channel / 8][z][y][x][channel % 8].
// Weights: [output block][cin / 16] chunks as packed by WeightPacking.
#include "hopper.cuh"

using namespace hopper;

// Of the driver: describes where and how large the activations are.
struct alignas(64) TensorMap {
  uint64_t opaque[16];
};

namespace chunked {
constexpr int GROUPS = 4, TILE_X = 8, TILE_T = 16, STAGES = 2, TURN = 1;
constexpr int PITCH = (TILE_X + 2) * 16;

template <int ROWS, int KT>
struct Sizes {
  static constexpr int PLANE = (TILE_T + KT - 1) * PITCH;
  static constexpr int PER_GROUP = 64 / ROWS;  // output planes of a warpgroup
  static constexpr int TILE_S = GROUPS * PER_GROUP;
  static constexpr int PLANES = TILE_S + 2;
  static constexpr int INPUT = 2 * PLANES * PLANE;
  static constexpr int MATRIX_GROUPS = ROWS == 64 ? 8 : 20;  // groups of eight rows in memory
  static constexpr int TAP = 2 * MATRIX_GROUPS * 128;
  static constexpr int WEIGHTS = (ROWS == 64 ? 9 : 3) * KT * TAP;
  static constexpr int STAGE = INPUT + WEIGHTS;
  static constexpr int SHARED = STAGES * STAGE + 64;
};

template <int ROWS, int KT>
__device__ void consume(float (&d)[64], uint32_t stage, int group) {
  using S = Sizes<ROWS, KT>;
  const uint64_t a = cores(stage + S::INPUT, S::MATRIX_GROUPS * 128, 128);
  const uint64_t b = cores(stage + group * S::PER_GROUP * S::PLANE, S::PLANES * S::PLANE, PITCH);
#pragma unroll
  for (int p = 0; p < S::PER_GROUP + 2; p++)
#pragma unroll
    for (int t = 0; t < 3 * KT; t++) {
      const int from = ROWS == 64 ? (p * 3 * KT + t) * S::TAP : t * S::TAP + (3 - p) * 512;
      product(d, a + from / 16, b + (p * S::PLANE + t / 3 * PITCH + t % 3 * 16) / 16);
    }
}

// Where the output goes and what happens to it: it is activated, then `added` is added where it is given.
struct Output {
  half *out;
  const half *added;
  int channels;
  int activation;
  int size_x, size_t, size_s;
  unsigned long long stride_t, stride_s;  // in voxels
};

// PLAIN: ReLU, nothing added.
template <int ROWS, int KT, bool PLAIN>
__device__ void run(const TensorMap &in, const uint8_t *weights, const float *bias, int chunks,
                    int row_blocks, const Output &o) {
  extern __shared__ __align__(1024) uint8_t memory[];
  using S = Sizes<ROWS, KT>;
  const uint32_t stages = shared(memory), barriers = stages + STAGES * S::STAGE;
  const int warp = threadIdx.x >> 5, lane = threadIdx.x & 31, group = warp >> 2;
  auto full = [&](int s) { return barriers + 8 * s; };
  auto empty = [&](int s) { return barriers + 8 * (STAGES + s); };
  if (threadIdx.x == 0) {
    for (int s = 0; s < STAGES; s++) {
      barrier_init(full(s), 1);
      barrier_init(empty(s), 4 * GROUPS);
    }
    barrier_publish();
  }
  __syncthreads();
  const int tiles_x = (o.size_x + TILE_X - 1) / TILE_X, tiles_t = (o.size_t + TILE_T - 1) / TILE_T;
  const int tiles_s = (o.size_s + S::TILE_S - 1) / S::TILE_S;
  const int tiles = tiles_x * tiles_t * tiles_s * row_blocks;
  const int pair = group >> 1;
  const int steps = (tiles - blockIdx.x + gridDim.x - 1) / gridDim.x * chunks;
  if (pair == 1) mark(TURN, 512);
  int step = 0;  // chunks so far; chunk n lies in stage n % STAGES
  for (int tile = blockIdx.x; tile < tiles; tile += gridDim.x) {
    const int row_block = tile % row_blocks, n = tile / row_blocks;
    const int x0 = n % tiles_x * TILE_X, t0 = n / tiles_x % tiles_t * TILE_T;
    const int s0 = n / tiles_x / tiles_t * S::TILE_S;
    if (group == GROUPS) {
      if (lane == 0)
        for (int c = 0; c < chunks; c++, step++) {
          const int stage = step % STAGES;
          if (step >= STAGES) barrier_wait(empty(stage), (step / STAGES - 1) & 1);
          barrier_expect(full(stage), S::STAGE);
          copy_box(stages + stage * S::STAGE, &in, full(stage), (x0 - 1) * 8, t0 - KT / 2,
                   s0 - 1, 2 * c);
          copy_bytes(stages + stage * S::STAGE + S::INPUT,
                     weights + static_cast<size_t>(row_block * chunks + c) * S::WEIGHTS,
                     S::WEIGHTS, full(stage));
        }
      continue;
    }
    const int rows = (warp & 3) * 16;  // of the 64, of this warp
    const int channel = row_block * ROWS + rows % ROWS + (lane >> 2);
    const float bias0 = bias[channel], bias1 = bias[channel + 8];
    float d[64];
#pragma unroll
    for (int j = 0; j < 16; j++) {
      d[4 * j] = d[4 * j + 1] = bias0;
      d[4 * j + 2] = d[4 * j + 3] = bias1;
    }
    settle(d);
    for (int c = 0; c < chunks; c++, step++) {
      const int stage = step % STAGES;
      barrier_wait(full(stage), (step / STAGES) & 1);
      mark_and_wait(TURN + pair, 512);
      product_begin();
      consume<ROWS, KT>(d, stages + stage * S::STAGE, group);
      product_commit();
      if (pair == 0 || step + 1 < steps) mark(TURN + 1 - pair, 512);
      if (c > 0) {
        product_wait<1>();
        if (lane == 0) barrier_arrive(empty((step - 1) % STAGES));
      }
    }
    product_wait<0>();
    settle(d);
    if (lane == 0) barrier_arrive(empty((step - 1) % STAGES));
    const int first = row_block * ROWS + rows % ROWS;  // channel of this warp
    const int s = s0 + group * S::PER_GROUP + rows / ROWS, x = x0 + (lane >> 2);
    if (s >= o.size_s || first >= o.channels) continue;
    const size_t block = static_cast<size_t>(o.size_x) * o.size_t * o.size_s;
    const size_t at = (first / 8 * block + s * o.stride_s + t0 * o.stride_t + x) * 8 + 2 * (lane & 3);
#pragma unroll
    for (int j = 0; j < 16; j++) {
#pragma unroll
      for (int h = 0; h < 2; h++) {
        uint32_t v = transposed(halves<PLAIN>(d[4 * j + 2 * h], d[4 * j + 2 * h + 1]));
        if (x >= o.size_x || t0 + j >= o.size_t) continue;
        const size_t to = at + (h * block + j * o.stride_t) * 8;
        if constexpr (!PLAIN) {
          float2 f = __half22float2(*reinterpret_cast<half2 *>(&v));
          f.x = activated(f.x, o.activation);
          f.y = activated(f.y, o.activation);
          if (o.added) {
            const float2 a = __half22float2(*reinterpret_cast<const half2 *>(o.added + to));
            f.x += a.x;
            f.y += a.y;
          }
          v = halves<false>(f.x, f.y);
        }
        *reinterpret_cast<uint32_t *>(o.out + to) = v;
      }
    }
  }
}
}  // namespace chunked

#define CHUNKED(ROWS, KT, PLAIN, NAME)                                                            \
  extern "C" __global__ void __launch_bounds__(128 * chunked::GROUPS + 32, 1)                     \
      NAME(const __grid_constant__ TensorMap in, const uint8_t *weights, const float *bias,       \
           half *out, const half *added, int chunks, int row_blocks, int channels,                \
           int activation, int size_x, int size_t, int size_s, unsigned long long stride_t,       \
           unsigned long long stride_s) {                                                         \
    chunked::run<ROWS, KT, PLAIN>(in, weights, bias, chunks, row_blocks,                          \
                                  {out, added, channels, activation, size_x, size_t, size_s,      \
                                   stride_t, stride_s});                                          \
  }
CHUNKED(32, 3, true, chunked_32)
CHUNKED(64, 3, true, chunked_64)
CHUNKED(32, 1, true, chunked_32_plane)
CHUNKED(64, 1, true, chunked_64_plane)
CHUNKED(32, 3, false, chunked_32_any)
CHUNKED(64, 3, false, chunked_64_any)
CHUNKED(32, 1, false, chunked_32_plane_any)
CHUNKED(64, 1, false, chunked_64_plane_any)
