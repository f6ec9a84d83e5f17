# cmake --install: the program, its data where it looks for them, the public headers, all floors as one library, and
# what find_package(Diurna) needs.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(floors base lexicon lexicon_built_in text language syntax numerals times places numbers actors proposition record
    view)
set(floor_objects)
foreach(floor IN LISTS floors)
  list(APPEND floor_objects $<TARGET_OBJECTS:diurna_${floor}>)
endforeach()
# The target Diurna::diurna of whoever finds the package; the objects are those of the floors, so nothing is compiled
# twice.
add_library(diurna_library STATIC ${floor_objects})
set_target_properties(diurna_library PROPERTIES OUTPUT_NAME diurna EXPORT_NAME diurna LINKER_LANGUAGE CXX)
target_compile_features(diurna_library INTERFACE cxx_std_20)
target_link_libraries(diurna_library PRIVATE fmt::fmt Threads::Threads PkgConfig::XXHASH PkgConfig::UTF8PROC
                                             simdjson::simdjson)
if(DIURNA_SANITIZE)
  target_link_options(diurna_library INTERFACE -fsanitize=address,undefined)
endif()

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/Diurna)
install(TARGETS diurna_library EXPORT DiurnaTargets ARCHIVE INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT DiurnaTargets NAMESPACE Diurna:: DESTINATION ${package_folder})
configure_package_config_file(cmake/DiurnaConfig.cmake.in ${CMAKE_BINARY_DIR}/DiurnaConfig.cmake
  INSTALL_DESTINATION ${package_folder} PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/DiurnaConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/DiurnaConfig.cmake ${CMAKE_BINARY_DIR}/DiurnaConfigVersion.cmake
  DESTINATION ${package_folder})
install(DIRECTORY include/diurna DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
if(TARGET diurna)
  install(TARGETS diurna)
endif()
# Made at set-up; without them there is nothing to install yet.
install(FILES ${CMAKE_SOURCE_DIR}/build/data/english.model ${CMAKE_SOURCE_DIR}/build/data/world.gazetteer
  DESTINATION ${CMAKE_INSTALL_DATADIR}/diurna OPTIONAL)
install(FILES LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})
