// Small matrix products of one warp and what goes with them; compute capability 8.0 and later.
#pragma once
#include <cuda_fp16.h>
#ifdef __CUDACC_RTC__
typedef unsigned char uint8_t;
typedef unsigned int uint32_t;
typedef unsigned long long uint64_t;
#else
#include <stdint.h>
#endif

namespace matrix {

enum Activation { IDENTITY, RELU, SCALED_TANH, ELU };

__device__ __forceinline__ float activated(float v, int activation) {
  return activation == RELU          ? fmaxf(v, 0)
         : activation == SCALED_TANH ? 1.7159f * tanhf(0.66f * v)
         : activation == ELU         ? (v > 0 ? v : __expf(v) - 1)
                                     : v;
}

// Transposes an 8 x 8 matrix of halves held by a warp: lane l holds row l / 4, columns 2 (l % 4) and the next.
__device__ __forceinline__ uint32_t transposed(uint32_t v) {
  uint32_t r;
  asm volatile("movmatrix.sync.aligned.m8n8.trans.b16 %0, %1;" : "=r"(r) : "r"(v));
  return r;
}

// Two sums as halves, negative ones as zero where RELU.
template <bool RELU>
__device__ __forceinline__ uint32_t halves(float low, float high) {
  uint32_t r;
  if constexpr (RELU)
    asm("cvt.rn.relu.f16x2.f32 %0, %1, %2;" : "=r"(r) : "f"(high), "f"(low));
  else
    asm("cvt.rn.f16x2.f32 %0, %1, %2;" : "=r"(r) : "f"(high), "f"(low));
  return r;
}

// The larger of each of eight pairs of halves.
__device__ __forceinline__ uint4 larger(uint4 a, uint4 b) {
  auto one = [](uint32_t p, uint32_t q) {
    half2 m = __hmax2(*reinterpret_cast<half2 *>(&p), *reinterpret_cast<half2 *>(&q));
    return *reinterpret_cast<uint32_t *>(&m);
  };
  return make_uint4(one(a.x, b.x), one(a.y, b.y), one(a.z, b.z), one(a.w, b.w));
}

// d (16 x 8) += a (16 x 16) * b (16 x 8) by one warp.
__device__ __forceinline__ void small_product(float (&d)[4], const uint32_t (&a)[4], uint32_t b0,
                                              uint32_t b1) {
  asm volatile(
      "mma.sync.aligned.m16n8k16.row.col.f32.f16.f16.f32 {%0, %1, %2, %3}, {%4, %5, %6, %7}, "
      "{%8, %9}, {%0, %1, %2, %3};"
      : "+f"(d[0]), "+f"(d[1]), "+f"(d[2]), "+f"(d[3])
      : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b0), "r"(b1));
}

// The same with a sum over eight.
__device__ __forceinline__ void smaller_product(float (&d)[4], uint32_t a0, uint32_t a1, uint32_t b) {
  asm volatile(
      "mma.sync.aligned.m16n8k8.row.col.f32.f16.f16.f32 {%0, %1, %2, %3}, {%4, %5}, {%6}, "
      "{%0, %1, %2, %3};"
      : "+f"(d[0]), "+f"(d[1]), "+f"(d[2]), "+f"(d[3])
      : "r"(a0), "r"(a1), "r"(b));
}

}  // namespace matrix
