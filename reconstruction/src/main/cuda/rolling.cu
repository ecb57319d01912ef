// 3 x 3 x 3 convolution to 16 channels with ReLU on the matrix units of Hopper.
//
// Rows of the product are output channels, columns are voxels. 16 rows alone would leave three quarters of a
// 64-row product empty, so it computes four output planes at once: a block walks along z; each input plane
// adds its part to the three planes it touches, the fourth quarter gets zeros. Output plane o lives in
// quarter o mod 4, which is warp o mod 4 of the warpgroup. Quarters do not move; the weights turn instead:
// for input plane i quarter q needs the tap (i - q) mod 4, so the taps lie in memory as
// [-, 2, 1, 0, -, 2, 1] and a product begins at 3 - i mod 4.
//
// A finished plane goes through shared memory, where each thread finds one voxel, while the next plane
// is multiplied.
//
// Activations: half, [channel / 8][z][y][x][channel % 8].
// Weights: half, [tap y][tap x][cin / 16][k / 8 % 2][7 taps of z][cout / 8][cout % 8][k % 8].
#include "hopper.cuh"

using namespace hopper;

namespace rolling {
constexpr int TILE_X = 8, TILE_Y = 16, STAGES = 3, READ = 1;
constexpr int PITCH = (TILE_X + 2) * 16, PLANE = (TILE_Y + 2) * PITCH;

enum Output {
  PLAIN,  // all channels
  POOLED,  // all channels, and their maxima over 2 x 2 x (1 or 2) voxels
  HEAD,  // a 1 x 1 x 1 convolution to at most 8 channels with sigmoid, [channel][z][y][x]
};

template <int CIN>
struct Sizes {
  static constexpr int TAP = CIN / 16 * 2 * 14 * 128;
  static constexpr int WEIGHTS = 9 * TAP;
  static constexpr int STAGE = CIN / 8 * PLANE;
  static constexpr int COPIES = (STAGE / 16 + 127) / 128;
  static constexpr int FINISHED = 2 * TILE_X * TILE_Y * 16;
};

struct Shape {
  int x, y, z;
  int depth;  // planes of a block
};

// What else becomes of the output: where to, and the weights and number of the head's channels.
struct Extra {
  half *out;
  const float *head;  // [channel][16 weights, bias]
  int count;  // channels of the head, or planes of a pool
};

template <Output OUTPUT>
__device__ __forceinline__ void finish(uint32_t finished, uint4 *out, const Extra &extra,
                                       const Shape &size, int x, int y, int z, uint4 (&kept)[2]) {
  const int t = threadIdx.x;
  uint4 v[2] = {load_shared(finished + t * 16), load_shared(finished + 2048 + t * 16)};
  const size_t plane = static_cast<size_t>(size.x) * size.y, block = plane * size.z;
  const bool inside = x < size.x && y < size.y;
  const size_t at = z * plane + static_cast<size_t>(y) * size.x + x;
  if constexpr (OUTPUT == HEAD) {
    float in[16];
#pragma unroll
    for (int i = 0; i < 8; i++) {
      const uint4 &h = v[i / 4];
      uint32_t u = i % 4 == 0 ? h.x : i % 4 == 1 ? h.y : i % 4 == 2 ? h.z : h.w;
      float2 f = __half22float2(*reinterpret_cast<half2 *>(&u));
      in[2 * i] = f.x;
      in[2 * i + 1] = f.y;
    }
    for (int c = 0; c < extra.count; c++) {
      const float *w = extra.head + 17 * c;
      float sum = __ldg(w + 16);
#pragma unroll
      for (int k = 0; k < 16; k++) sum += __ldg(w + k) * in[k];
      if (inside) extra.out[c * block + at] = __float2half(1.0f / (1.0f + __expf(-sum)));
    }
  } else {
    if (inside) {
      out[at] = v[0];
      out[block + at] = v[1];
    }
    if constexpr (OUTPUT == POOLED) {
#pragma unroll
      for (int b = 0; b < 2; b++) {
        v[b] = larger(v[b], from_lane(v[b], 1));
        v[b] = larger(v[b], from_lane(v[b], 8));
      }
      if (extra.count == 2) {
        if (z % 2 == 0) {
          kept[0] = v[0];
          kept[1] = v[1];
          return;
        }
        v[0] = larger(v[0], kept[0]);
        v[1] = larger(v[1], kept[1]);
      }
      if (inside && x % 2 == 0 && y % 2 == 0) {
        const size_t row = size.x / 2, pooled = row * (size.y / 2);
        uint4 *to = reinterpret_cast<uint4 *>(extra.out) + z / extra.count * pooled + y / 2 * row + x / 2;
        *to = v[0];
        to[pooled * (size.z / extra.count)] = v[1];
      }
    }
  }
}

template <int CIN, Output OUTPUT>
__device__ void run(const uint4 *in, const uint8_t *weights, const float *bias, uint4 *out,
                    const Extra &extra, const Shape &size) {
  extern __shared__ __align__(1024) uint8_t memory[];
  using S = Sizes<CIN>;
  const uint32_t w = shared(memory), planes = w + S::WEIGHTS;
  const uint32_t finished = planes + STAGES * S::STAGE, barrier = finished + S::FINISHED;
  const int warp = threadIdx.x >> 5, lane = threadIdx.x & 31;
  const int x0 = blockIdx.x * TILE_X, y0 = blockIdx.y * TILE_Y, z0 = blockIdx.z * size.depth;
  const int inputs = min(size.depth, size.z - z0) + 2;
  const size_t row = size.x, plane = row * size.y, block = plane * size.z;

  // Each thread copies the same places of every plane.
  int from[S::COPIES];
#pragma unroll
  for (int k = 0; k < S::COPIES; k++) {
    const int i = threadIdx.x + 128 * k, x = x0 - 1 + i % 10, y = y0 - 1 + i / 10 % (TILE_Y + 2);
    const bool inside = x >= 0 && x < size.x && y >= 0 && y < size.y;
    from[k] = inside ? static_cast<int>(i / (10 * (TILE_Y + 2)) * block + y * row + x) : -1;
  }
  auto load = [&](int i, int stage) {
    const int z = z0 - 1 + i;
    if (i < inputs) {
#pragma unroll
      for (int k = 0; k < S::COPIES; k++)
        if (threadIdx.x + 128 * k < S::STAGE / 16) {
          const bool exists = from[k] >= 0 && z >= 0 && z < size.z;
          copy16(planes + stage * S::STAGE + (threadIdx.x + 128 * k) * 16,
                 in + (exists ? from[k] + z * plane : 0), exists);
        }
    }
    copy_commit();
  };
  if (threadIdx.x == 0) {
    barrier_init(barrier, 1);
    barrier_publish();
    barrier_expect(barrier, S::WEIGHTS);
    copy_bytes(w, weights, S::WEIGHTS, barrier);
  }
  for (int i = 0; i < STAGES - 1; i++) load(i, i);
  const float bias0 = bias[lane >> 2], bias1 = bias[(lane >> 2) + 8];
  const uint32_t store = finished + (lane >> 3 & 1) * 2048 + (lane >> 4) * 128 + (lane & 7) * 16;
  const int x = x0 + (threadIdx.x & 7), y = y0 + (threadIdx.x >> 3);
  uint4 kept[2];
  float d[64];
#pragma unroll
  for (int i = 0; i < 64; i++) d[i] = 0;
  __syncthreads();
  barrier_wait(barrier, 0);
  int stage = 0;
#pragma unroll 1
  for (int i = 0; i < inputs; i++) {
    if (warp == (i & 3)) {
#pragma unroll
      for (int j = 0; j < 16; j++) {
        d[4 * j] = d[4 * j + 1] = bias0;
        d[4 * j + 2] = d[4 * j + 3] = bias1;
      }
    }
    copy_wait<STAGES - 2>();
    __syncthreads();
    const uint64_t a = cores(w + (3 - (i & 3)) * 256, 14 * 128, 128);
    const uint64_t b = cores(planes + stage * S::STAGE, PLANE, PITCH);
    settle(d);
    product_begin();
#pragma unroll
    for (int t = 0; t < 9; t++)
#pragma unroll
      for (int k = 0; k < CIN / 16; k++)
        product(d, a + (t * S::TAP + k * 2 * 14 * 128) / 16,
                b + (k * 2 * PLANE + t / 3 * PITCH + t % 3 * 16) / 16);
    product_commit();
    load(i + STAGES - 1, stage == 0 ? STAGES - 1 : stage - 1);
    stage = stage == STAGES - 1 ? 0 : stage + 1;
    if (i > 2) finish<OUTPUT>(finished, out, extra, size, x, y, z0 + i - 3, kept);
    const bool last = warp == ((i + 2) & 3);  // holds output plane i - 2
    if (!last) mark(READ, 128);
    product_wait<0>();
    settle(d);
    if (last) {
      mark_and_wait(READ, 128);
#pragma unroll
      for (int j = 0; j < 16; j += 2)
        store_columns(store + j * 128, halves<true>(d[4 * j], d[4 * j + 1]),
                      halves<true>(d[4 * j + 2], d[4 * j + 3]),
                      halves<true>(d[4 * j + 4], d[4 * j + 5]),
                      halves<true>(d[4 * j + 6], d[4 * j + 7]));
    }
  }
  __syncthreads();
  finish<OUTPUT>(finished, out, extra, size, x, y, z0 + inputs - 3, kept);
}
}  // namespace rolling

#define ROLLING(CIN, OUTPUT, NAME, BLOCKS)                                                        \
  extern "C" __global__ void __launch_bounds__(128, BLOCKS)                                       \
      NAME(const uint4 *in, const uint8_t *weights, const float *bias, uint4 *out, half *extra,   \
           const float *head, int count, int size_x, int size_y, int size_z, int depth) {         \
    rolling::run<CIN, rolling::OUTPUT>(in, weights, bias, out, {extra, head, count},              \
                                       {size_x, size_y, size_z, depth});                          \
  }
ROLLING(16, PLAIN, rolling_16, 4)
ROLLING(32, PLAIN, rolling_32, 2)
ROLLING(16, POOLED, rolling_16_pooled, 4)
ROLLING(32, POOLED, rolling_32_pooled, 2)
ROLLING(16, HEAD, rolling_16_head, 4)
ROLLING(32, HEAD, rolling_32_head, 2)
