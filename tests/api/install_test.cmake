# Installs into a folder, builds a small program against what is there, and runs it and the installed diurna.
# cmake -DBUILD=... -DSOURCE=... -DCOMPILER=... -P install_test.cmake

set(folder ${BUILD}/install_test)
set(prefix ${folder}/prefix)
file(REMOVE_RECURSE ${folder})
unset(ENV{DIURNA_DATA})

function(run what)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${what}: status ${status}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

run("install" ${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
run("configure" ${CMAKE_COMMAND} -G Ninja -S ${SOURCE}/tests/api/installed -B ${folder}/build
    -DCMAKE_PREFIX_PATH=${prefix} -DCMAKE_CXX_COMPILER=${COMPILER})
run("build" ${CMAKE_COMMAND} --build ${folder}/build)

set(report ${SOURCE}/examples/fuel.txt)
run("the program" ${folder}/build/count_rows ${report})
if(NOT output MATCHES "^[1-9][0-9]* rows")
  message(FATAL_ERROR "the program printed: ${output}")
endif()
run("the installed diurna" ${prefix}/bin/diurna read ${report} --format json)
if(NOT output MATCHES "\"prices\"")
  message(FATAL_ERROR "the installed diurna printed: ${output}")
endif()
