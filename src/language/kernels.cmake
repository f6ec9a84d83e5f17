# Each kernel is compiled for its own instruction set; src/language/kernels.cc chooses at run time.
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
  set_source_files_properties(src/language/kernels_avx2.cc PROPERTIES COMPILE_OPTIONS "-mavx2;-mfma")
  set(avx512 -mavx2 -mfma -mavx512f)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC's own header of AVX-512 intrinsics starts from undefined registers, and GCC warns of it.
    list(APPEND avx512 -Wno-uninitialized -Wno-maybe-uninitialized)
  endif()
  set_source_files_properties(src/language/kernels_avx512.cc PROPERTIES COMPILE_OPTIONS "${avx512}")
endif()
if(DIURNA_COUNT_STEPS)
  file(GLOB kernels CONFIGURE_DEPENDS src/language/kernels*.cc)
  set_property(SOURCE ${kernels} APPEND PROPERTY COMPILE_OPTIONS -fno-sanitize-coverage=trace-pc)
endif()
