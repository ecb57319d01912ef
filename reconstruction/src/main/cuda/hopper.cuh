// Instructions of compute capability 9.0a that CUDA C++ has no words for: asynchronous copies that
// count on barriers in shared memory, and matrix products of a warpgroup (four warps).
#pragma once
#include "matrix.cuh"

namespace hopper {

using namespace matrix;

__device__ __forceinline__ uint32_t shared(const void *p) {
  return static_cast<uint32_t>(__cvta_generic_to_shared(p));
}

__device__ __forceinline__ void barrier_init(uint32_t barrier, uint32_t arrivals) {
  asm volatile("mbarrier.init.shared::cta.b64 [%0], %1;" ::"r"(barrier), "r"(arrivals) : "memory");
}

__device__ __forceinline__ void barrier_publish() {
  asm volatile("fence.mbarrier_init.release.cluster;" ::: "memory");
  asm volatile("fence.proxy.async.shared::cta;" ::: "memory");
}

// The next phase also waits for so many bytes of asynchronous copies.
__device__ __forceinline__ void barrier_expect(uint32_t barrier, uint32_t bytes) {
  asm volatile("mbarrier.arrive.expect_tx.shared::cta.b64 _, [%0], %1;" ::"r"(barrier), "r"(bytes)
               : "memory");
}

__device__ __forceinline__ void barrier_arrive(uint32_t barrier) {
  asm volatile("mbarrier.arrive.shared::cta.b64 _, [%0];" ::"r"(barrier) : "memory");
}

__device__ __forceinline__ void barrier_wait(uint32_t barrier, uint32_t parity) {
  asm volatile(
      "{\n"
      ".reg .pred done;\n"
      "AGAIN:\n"
      "mbarrier.try_wait.parity.shared::cta.b64 done, [%0], %1;\n"
      "@done bra READY;\n"
      "bra AGAIN;\n"
      "READY:\n"
      "}\n" ::"r"(barrier),
      "r"(parity)
      : "memory");
}

// Copies a box of a tensor of four axes; what lies outside the tensor arrives as zero.
__device__ __forceinline__ void copy_box(uint32_t to, const void *map, uint32_t barrier, int c0,
                                         int c1, int c2, int c3) {
  asm volatile(
      "cp.async.bulk.tensor.4d.shared::cluster.global.mbarrier::complete_tx::bytes"
      " [%0], [%1, {%3, %4, %5, %6}], [%2];" ::"r"(to),
      "l"(map), "r"(barrier), "r"(c0), "r"(c1), "r"(c2), "r"(c3)
      : "memory");
}

// Copies 16 bytes, or writes zeros where there is nothing to copy.
__device__ __forceinline__ void copy16(uint32_t to, const void *from, bool exists) {
  asm volatile("cp.async.cg.shared.global [%0], [%1], 16, %2;" ::"r"(to), "l"(from),
               "r"(exists ? 16 : 0)
               : "memory");
}

__device__ __forceinline__ void copy_commit() { asm volatile("cp.async.commit_group;" ::: "memory"); }

// Waits until at most so many groups of copies of this thread are under way, and shows what they
// wrote to the matrix units.
template <int PENDING>
__device__ __forceinline__ void copy_wait() {
  asm volatile("cp.async.wait_group %0;" ::"n"(PENDING) : "memory");
  asm volatile("fence.proxy.async.shared::cta;" ::: "memory");
}

// Copies a piece of memory; the barrier counts its bytes.
__device__ __forceinline__ void copy_bytes(uint32_t to, const void *from, uint32_t bytes,
                                           uint32_t barrier) {
  asm volatile(
      "cp.async.bulk.shared::cluster.global.mbarrier::complete_tx::bytes [%0], [%1], %2, [%3];" ::
          "r"(to),
      "l"(from), "r"(bytes), "r"(barrier)
      : "memory");
}

// Describes a matrix in shared memory made of cores of 8 rows by 16 bytes, each core 128 bytes in
// one piece: `along` bytes from core to core along the summed axis, `across` along the other.
__device__ __forceinline__ uint64_t cores(uint32_t address, uint32_t along, uint32_t across) {
  return static_cast<uint64_t>((address & 0x3ffff) >> 4) |
         static_cast<uint64_t>(along >> 4) << 16 | static_cast<uint64_t>(across >> 4) << 32;
}

__device__ __forceinline__ void product_begin() {
  asm volatile("wgmma.fence.sync.aligned;" ::: "memory");
}

__device__ __forceinline__ void product_commit() {
  asm volatile("wgmma.commit_group.sync.aligned;" ::: "memory");
}

template <int PENDING>
__device__ __forceinline__ void product_wait() {
  asm volatile("wgmma.wait_group.sync.aligned %0;" ::"n"(PENDING) : "memory");
}

// Keeps the compiler from moving uses of a sum across a fence or a wait.
__device__ __forceinline__ void settle(float (&d)[64]) {
#pragma unroll
  for (int i = 0; i < 64; i++) asm volatile("" : "+f"(d[i])::"memory");
}

#define HOPPER_D8(d, i)                                                                           \
  "+f"(d[i]), "+f"(d[i + 1]), "+f"(d[i + 2]), "+f"(d[i + 3]), "+f"(d[i + 4]), "+f"(d[i + 5]),     \
      "+f"(d[i + 6]), "+f"(d[i + 7])

// d (64 x 128) += a (64 x 16) * b (16 x 128), half in, float out.
// Warp w holds rows 16 w ... 16 w + 15; lane l of it, of column group j, row l / 4 in d[4 j], d[4 j + 1] and row
// l / 4 + 8 in d[4 j + 2], d[4 j + 3], columns 8 j + 2 (l % 4) and the next.
__device__ __forceinline__ void product(float (&d)[64], uint64_t a, uint64_t b) {
  asm volatile(
      "wgmma.mma_async.sync.aligned.m64n128k16.f32.f16.f16 "
      "{%0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11, %12, %13, %14, %15, "
      "%16, %17, %18, %19, %20, %21, %22, %23, %24, %25, %26, %27, %28, %29, %30, %31, "
      "%32, %33, %34, %35, %36, %37, %38, %39, %40, %41, %42, %43, %44, %45, %46, %47, "
      "%48, %49, %50, %51, %52, %53, %54, %55, %56, %57, %58, %59, %60, %61, %62, %63}, "
      "%64, %65, 1, 1, 1, 0, 0;"
      : HOPPER_D8(d, 0), HOPPER_D8(d, 8), HOPPER_D8(d, 16), HOPPER_D8(d, 24), HOPPER_D8(d, 32),
        HOPPER_D8(d, 40), HOPPER_D8(d, 48), HOPPER_D8(d, 56)
      : "l"(a), "l"(b));
}

// Stores four 8 x 8 matrices of halves held by a warp by columns: lane l holds of each row l / 4, columns
// 2 (l % 4) and the next; column c of matrix m goes as 16 bytes to the address of lane 8 m + c.
__device__ __forceinline__ void store_columns(uint32_t to, uint32_t m0, uint32_t m1, uint32_t m2,
                                              uint32_t m3) {
  asm volatile("stmatrix.sync.aligned.m8n8.x4.trans.shared.b16 [%0], {%1, %2, %3, %4};" ::"r"(to),
               "r"(m0), "r"(m1), "r"(m2), "r"(m3)
               : "memory");
}

__device__ __forceinline__ uint4 load_shared(uint32_t from) {
  uint4 v;
  asm volatile("ld.shared.v4.u32 {%0, %1, %2, %3}, [%4];"
               : "=r"(v.x), "=r"(v.y), "=r"(v.z), "=r"(v.w)
               : "r"(from)
               : "memory");
  return v;
}

__device__ __forceinline__ uint4 from_lane(uint4 v, int mask) {
  return make_uint4(__shfl_xor_sync(~0u, v.x, mask), __shfl_xor_sync(~0u, v.y, mask),
                    __shfl_xor_sync(~0u, v.z, mask), __shfl_xor_sync(~0u, v.w, mask));
}

// Marks one of 16 barriers of a block; `wait` also waits until so many threads have marked it.
__device__ __forceinline__ void mark(int barrier, int threads) {
  asm volatile("bar.arrive %0, %1;" ::"r"(barrier), "r"(threads) : "memory");
}

__device__ __forceinline__ void mark_and_wait(int barrier, int threads) {
  asm volatile("bar.sync %0, %1;" ::"r"(barrier), "r"(threads) : "memory");
}

}  // namespace hopper
