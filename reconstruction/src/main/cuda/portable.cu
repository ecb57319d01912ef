// Layers for any card with matrix units (compute capability 8.0 and later), and those that memory limits.
//
// Activations: half, [channel / 8][z][y][x][channel % 8]; the input of the network: half, [z][y][x].
// Fragments: the right factor of a product 16 x 16 times 16 x 8, lane l holding rows 2 (l % 4), the next, and these
// plus 8, of column l / 4.
#include "matrix.cuh"

using namespace matrix;

namespace first {
constexpr int TILE_X = 32, TILE_Y = 8, TILE_Z = 8, WARPS = 4;

// 3 x 3 x 3 convolution of one channel with ReLU: rows are 16 voxels along x, the summed axis the nine (z, y) places
// of the kernel with four voxels along x each, of which the fourth weighs nothing. So a thread always reads two
// neighbours at once; for this the tile lies in memory twice, the second time one voxel further.
// Weights: half, [cout / 8][5][32 lanes][2], the second row of the last five being empty.
template <int COUT>
__device__ void run(const half *in, const uint32_t *weights, const float *bias, half *out,
                    int size_x, int size_y, int size_z) {
  constexpr int WX = TILE_X + 4, WY = TILE_Y + 2, WZ = TILE_Z + 2, TILE = WX * WY * WZ;
  __shared__ __align__(4) half tile[2 * TILE];
  const int x0 = blockIdx.x * TILE_X, y0 = blockIdx.y * TILE_Y, z0 = blockIdx.z * TILE_Z;
  const size_t row = size_x, plane = row * size_y, block = plane * size_z;
  for (int i = threadIdx.x; i < TILE; i += 32 * WARPS) {
    const int x = x0 - 1 + i % WX, y = y0 - 1 + i / WX % WY, z = z0 - 1 + i / (WX * WY);
    const bool inside = x >= 0 && x < size_x && y >= 0 && y < size_y && z >= 0 && z < size_z;
    const half v = inside ? in[z * plane + y * row + x] : __float2half(0);
    tile[i] = v;
    if (i > 0) tile[TILE + i - 1] = v;
  }
  if (threadIdx.x == 0) tile[2 * TILE - 1] = __float2half(0);
  const int lane = threadIdx.x & 31, warp = threadIdx.x >> 5, g = lane >> 2, t = lane & 3;
  int place[5];
#pragma unroll
  for (int k = 0; k < 5; k++) {
    const int zy = min(2 * k + t / 2, 8);
    place[k] = (g & 1) * TILE + g - (g & 1) + (zy / 3 * WY + zy % 3) * WX + t % 2 * 2;
  }
  uint32_t w[COUT / 8][5];
  float b[COUT / 8][2];
#pragma unroll
  for (int n = 0; n < COUT / 8; n++) {
#pragma unroll
    for (int k = 0; k < 5; k++) w[n][k] = weights[(n * 5 + k) * 32 + lane];
    b[n][0] = bias[n * 8 + 2 * t];
    b[n][1] = bias[n * 8 + 2 * t + 1];
  }
  __syncthreads();
  for (int r = warp; r < TILE_X / 16 * TILE_Y * TILE_Z; r += WARPS) {
    const int xs = r % 2 * 16, y = r / 2 % TILE_Y, z = r / (2 * TILE_Y);
    const half *from = tile + (z * WY + y) * WX + xs;
    uint32_t a[6][2];
#pragma unroll
    for (int k = 0; k < 5; k++) {
      a[k][0] = *reinterpret_cast<const uint32_t *>(from + place[k]);
      a[k][1] = *reinterpret_cast<const uint32_t *>(from + place[k] + 8);
    }
    const int x = x0 + xs + g;
    half *to = out + ((z0 + z) * plane + (y0 + y) * row + x) * 8 + 2 * t;
    const bool inside = y0 + y < size_y && z0 + z < size_z;
#pragma unroll
    for (int n = 0; n < COUT / 8; n++, to += block * 8) {
      float d[4] = {b[n][0], b[n][1], b[n][0], b[n][1]};
      small_product(d, {a[0][0], a[0][1], a[1][0], a[1][1]}, w[n][0], w[n][1]);
      small_product(d, {a[2][0], a[2][1], a[3][0], a[3][1]}, w[n][2], w[n][3]);
      smaller_product(d, a[4][0], a[4][1], w[n][4]);
      if (inside && x < size_x) *reinterpret_cast<uint32_t *>(to) = halves<true>(d[0], d[1]);
      if (inside && x + 8 < size_x) *reinterpret_cast<uint32_t *>(to + 64) = halves<true>(d[2], d[3]);
    }
  }
}
}  // namespace first

namespace general {
constexpr int WARPS = 4, SEGMENTS = 2, TILES = 8;

struct Shape {
  int x, y, z;
};

struct Layer {
  const half *in;
  const uint2 *weights;  // [cout / 64][tap z, y, x][cin / 16][8 fragments]
  const float *bias;  // to a multiple of 64
  half *out;
  Shape in_size, size, kernel, pad;
  int chunks;  // cin / 16
  int channels;
  int activation;
  int planar;  // 1: sigmoid and [channel][z][y][x]
};

// A convolution of any size: a warp makes 32 voxels along x and up to 64 channels.
__device__ void run(const Layer &l) {
  const int lane = threadIdx.x & 31, g = lane >> 2, t2 = 2 * (lane & 3);
  const int segments = (l.size.x + 16 * SEGMENTS - 1) / (16 * SEGMENTS);
  const size_t unit = blockIdx.x * static_cast<size_t>(WARPS) + (threadIdx.x >> 5);
  const int x0 = unit % segments * 16 * SEGMENTS, y = unit / segments % l.size.y;
  const size_t z = unit / segments / l.size.y;
  if (z >= l.size.z) return;
  const size_t in_row = l.in_size.x, in_plane = in_row * l.in_size.y,
               in_block = in_plane * l.in_size.z;
  const int group = blockIdx.y, tiles = min(TILES, (l.channels + 7) / 8 - group * TILES);
  const float *bias = l.bias + group * 64 + t2;
  float d[SEGMENTS][TILES][4];
#pragma unroll
  for (int s = 0; s < SEGMENTS; s++)
#pragma unroll
    for (int n = 0; n < TILES; n++) {
      d[s][n][0] = d[s][n][2] = bias[n * 8];
      d[s][n][1] = d[s][n][3] = bias[n * 8 + 1];
    }
  const uint2 *w = l.weights +
                   static_cast<size_t>(group) * l.kernel.z * l.kernel.y * l.kernel.x * l.chunks * TILES * 32 +
                   lane;
  for (int kz = 0; kz < l.kernel.z; kz++)
    for (int ky = 0; ky < l.kernel.y; ky++) {
      const int iz = static_cast<int>(z) + kz - l.pad.z, iy = y + ky - l.pad.y;
      if (iz < 0 || iz >= l.in_size.z || iy < 0 || iy >= l.in_size.y) {
        w += l.kernel.x * l.chunks * TILES * 32;
        continue;
      }
      const half *row = l.in + (iz * in_plane + iy * in_row) * 8 + t2;
      for (int kx = 0; kx < l.kernel.x; kx++)
        for (int c = 0; c < l.chunks; c++, w += TILES * 32) {
          uint32_t a[SEGMENTS][4];
#pragma unroll
          for (int s = 0; s < SEGMENTS; s++)
#pragma unroll
            for (int i = 0; i < 4; i++) {
              const int x = x0 + s * 16 + g + i % 2 * 8 + kx - l.pad.x;
              const half *from = row + ((2 * c + i / 2) * in_block + x) * 8;
              a[s][i] = x >= 0 && x < l.in_size.x ? __ldg(reinterpret_cast<const uint32_t *>(from)) : 0;
            }
#pragma unroll
          for (int n = 0; n < TILES; n++)
            if (n < tiles) {
              const uint2 f = __ldg(w + n * 32);
#pragma unroll
              for (int s = 0; s < SEGMENTS; s++) small_product(d[s][n], a[s], f.x, f.y);
            }
        }
    }
  const size_t row = l.size.x, plane = row * l.size.y, block = plane * l.size.z;
#pragma unroll
  for (int n = 0; n < TILES; n++) {
    if (n >= tiles) continue;
    const int channel = group * 64 + n * 8 + t2;
#pragma unroll
    for (int s = 0; s < SEGMENTS; s++)
#pragma unroll
      for (int h = 0; h < 2; h++) {
        const int x = x0 + s * 16 + h * 8 + g;
        if (x >= l.size.x) continue;
        const float low = d[s][n][2 * h], high = d[s][n][2 * h + 1];
        const size_t at = z * plane + y * row + x;
        if (l.planar) {
          if (channel < l.channels) l.out[channel * block + at] = __float2half(1 / (1 + __expf(-low)));
          if (channel + 1 < l.channels)
            l.out[(channel + 1) * block + at] = __float2half(1 / (1 + __expf(-high)));
        } else {
          half *to = l.out + ((channel / 8) * block + at) * 8 + t2;
          *reinterpret_cast<uint32_t *>(to) =
              halves<false>(activated(low, l.activation), activated(high, l.activation));
        }
      }
  }
}
}  // namespace general

namespace up {
// Transposed convolution whose kernel is its stride: a warp takes 16 coarse voxels along x and makes one row of fine voxels
// of them. CHUNKS = cin / 16, or 0 where it is only known at run time.
// Weights: [position z, y, x][cout / 8][cin / 16] fragments. Where `added` is given it is added after the activation.
struct Layer {
  const half *in;
  const uint2 *weights;
  const float *bias;
  const half *added;
  half *out;
  int size_x, size_y, size_z, stride_x, stride_y, stride_z, chunks, tiles, activation;
};

template <int CHUNKS>
__device__ void run(const Layer &l) {
  const int lane = threadIdx.x & 31, g = lane >> 2, t2 = 2 * (lane & 3);
  const int chunks = CHUNKS ? CHUNKS : l.chunks;
  const int segments = (l.size_x + 15) / 16, rows = l.stride_y * l.stride_z;
  const size_t unit = blockIdx.x * static_cast<size_t>(blockDim.x >> 5) + (threadIdx.x >> 5);
  const int q = unit % rows;
  const size_t item = unit / rows, z = item / segments / l.size_y;
  const int xs = item % segments * 16, y = item / segments % l.size_y, x = xs + g;
  if (z >= l.size_z) return;
  const size_t row = l.size_x, plane = row * l.size_y, block = plane * l.size_z;
  auto load = [&](uint32_t(&a)[4], int k) {
#pragma unroll
    for (int i = 0; i < 4; i++) {
      const half *from = l.in + ((2 * k + i / 2) * block + z * plane + y * row + x + i % 2 * 8) * 8 + t2;
      a[i] = x + i % 2 * 8 < l.size_x ? __ldg(reinterpret_cast<const uint32_t *>(from)) : 0;
    }
  };
  uint32_t a[CHUNKS ? CHUNKS : 1][4];
  if constexpr (CHUNKS > 0)
#pragma unroll
    for (int k = 0; k < CHUNKS; k++) load(a[k], k);
  const size_t fine_row = l.stride_x * row, fine_plane = fine_row * l.stride_y * l.size_y,
               fine_block = fine_plane * l.stride_z * l.size_z;
  const size_t at = ((z * l.stride_z + q / l.stride_y) * fine_plane +
                     (l.stride_y * y + q % l.stride_y) * fine_row + l.stride_x * x) * 8 + t2;
#pragma unroll 2
  for (int n = 0; n < l.tiles; n++)
    for (int px = 0; px < l.stride_x; px++) {
      const float b0 = l.bias[n * 8 + t2], b1 = l.bias[n * 8 + t2 + 1];
      float d[4] = {b0, b1, b0, b1};
      const uint2 *w = l.weights + static_cast<size_t>((q * l.stride_x + px) * l.tiles + n) * chunks * 32 + lane;
#pragma unroll
      for (int k = 0; k < chunks; k++) {
        const uint2 f = __ldg(w + k * 32);
        if constexpr (CHUNKS == 0) load(a[0], k);
        small_product(d, a[CHUNKS ? k : 0], f.x, f.y);
      }
#pragma unroll
      for (int h = 0; h < 2; h++) {
        if (x + 8 * h >= l.size_x) continue;
        const size_t to = n * fine_block * 8 + at + (8 * h * l.stride_x + px) * 8;
        float low = activated(d[2 * h], l.activation), high = activated(d[2 * h + 1], l.activation);
        if (l.added) {
          const float2 f = __half22float2(*reinterpret_cast<const half2 *>(l.added + to));
          low += f.x;
          high += f.y;
        }
        *reinterpret_cast<uint32_t *>(l.out + to) = halves<false>(low, high);
      }
    }
}
}  // namespace up

#define FIRST(COUT)                                                                               \
  extern "C" __global__ void __launch_bounds__(128)                                               \
      first_##COUT(const half *in, const uint32_t *weights, const float *bias, half *out,         \
                   int size_x, int size_y, int size_z) {                                          \
    first::run<COUT>(in, weights, bias, out, size_x, size_y, size_z);                             \
  }
FIRST(16)
FIRST(32)

extern "C" __global__ void __launch_bounds__(128)
    convolution(const half *in, const uint2 *weights, const float *bias, half *out, int in_x, int in_y, int in_z,
                int size_x, int size_y, int size_z, int kernel_x, int kernel_y, int kernel_z, int pad_x, int pad_y,
                int pad_z, int chunks, int channels, int activation, int planar) {
  general::run({in, weights, bias, out, {in_x, in_y, in_z}, {size_x, size_y, size_z},
                {kernel_x, kernel_y, kernel_z}, {pad_x, pad_y, pad_z}, chunks, channels, activation, planar});
}

// A convolution of one channel: a thread makes eight channels of a voxel. Weights: float, [tap z, y, x][cout].
extern "C" __global__ void __launch_bounds__(128)
    convolution_of_image(const half *in, const float *weights, const float *bias, half *out, int in_x, int in_y,
                         int in_z, int size_x, int size_y, int size_z, int kernel_x, int kernel_y, int kernel_z,
                         int pad_x, int pad_y, int pad_z, int channels, int activation) {
  const size_t row = size_x, plane = row * size_y, block = plane * size_z;
  const size_t i = blockIdx.x * static_cast<size_t>(128) + threadIdx.x;
  if (i >= block) return;
  const int x = i % row, y = i / row % size_y, z = i / plane, first = blockIdx.y * 8;
  float sum[8];
#pragma unroll
  for (int c = 0; c < 8; c++) sum[c] = bias[first + c];
  const float *w = weights + first;
  for (int kz = 0; kz < kernel_z; kz++)
    for (int ky = 0; ky < kernel_y; ky++)
      for (int kx = 0; kx < kernel_x; kx++, w += channels) {
        const int iz = z + kz - pad_z, iy = y + ky - pad_y, ix = x + kx - pad_x;
        if (iz < 0 || iz >= in_z || iy < 0 || iy >= in_y || ix < 0 || ix >= in_x) continue;
        const float v = __half2float(in[(static_cast<size_t>(iz) * in_y + iy) * in_x + ix]);
#pragma unroll
        for (int c = 0; c < 8; c++) sum[c] += v * __ldg(w + c);
      }
  uint4 v;
  uint32_t *parts = &v.x;
#pragma unroll
  for (int c = 0; c < 4; c++)
    parts[c] = halves<false>(activated(sum[2 * c], activation), activated(sum[2 * c + 1], activation));
  reinterpret_cast<uint4 *>(out)[blockIdx.y * block + i] = v;
}

#define UP(CHUNKS)                                                                                \
  extern "C" __global__ void __launch_bounds__(128)                                               \
      up_##CHUNKS(const half *in, const uint2 *weights, const float *bias, const half *added,     \
                  half *out, int size_x, int size_y, int size_z, int stride_x, int stride_y,      \
                  int stride_z, int chunks, int tiles, int activation) {                          \
    up::run<CHUNKS>({in, weights, bias, added, out, size_x, size_y, size_z, stride_x, stride_y,   \
                     stride_z, chunks, tiles, activation});                                       \
  }
UP(0)
UP(1)
UP(2)
UP(3)
UP(4)
UP(6)
UP(8)

// Maximum over boxes of voxels; a thread makes eight channels of one voxel.
extern "C" __global__ void __launch_bounds__(256)
    pool(const uint4 *in, uint4 *out, int size_x, int size_y, int size_z, int blocks, int by_x, int by_y, int by_z) {
  const int x = size_x / by_x, y = size_y / by_y, z = size_z / by_z;
  const size_t i = blockIdx.x * static_cast<size_t>(256) + threadIdx.x;
  if (i >= static_cast<size_t>(x) * y * z * blocks) return;
  const int ox = i % x, oy = i / x % y;
  const size_t oz = i / x / y;  // of all channel blocks together
  const uint4 *from = in + (oz * by_z * size_y + static_cast<size_t>(by_y) * oy) * size_x + by_x * ox;
  uint4 best = *from;
  for (int dz = 0; dz < by_z; dz++)
    for (int dy = 0; dy < by_y; dy++)
      for (int dx = 0; dx < by_x; dx++)
        best = larger(best, from[(dz * static_cast<size_t>(size_y) + dy) * size_x + dx]);
  out[i] = best;
}

// out = a + b, eight channels of one voxel a thread.
extern "C" __global__ void __launch_bounds__(256)
    add(const uint4 *a, const uint4 *b, uint4 *out, unsigned long long count) {
  const size_t i = blockIdx.x * static_cast<size_t>(256) + threadIdx.x;
  if (i >= count) return;
  uint4 p = a[i], q = b[i];
  auto sum = [](uint32_t u, uint32_t v) {
    half2 s = __hadd2(*reinterpret_cast<half2 *>(&u), *reinterpret_cast<half2 *>(&v));
    return *reinterpret_cast<uint32_t *>(&s);
  };
  out[i] = make_uint4(sum(p.x, q.x), sum(p.y, q.y), sum(p.z, q.z), sum(p.w, q.w));
}
