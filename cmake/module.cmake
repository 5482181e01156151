# zhenggai_module(NAME SOURCES ... LINKS ... [TESTS ...]): the library zhenggai_NAME, and, when tests are
# built, the program NAME_test. LINKS names left neighbours (zhenggai_base ...) and outside libraries.
function(zhenggai_module name)
  cmake_parse_arguments(MODULE "" "" "SOURCES;LINKS;TESTS;TEST_LINKS" ${ARGN})
  add_library(zhenggai_${name} STATIC ${MODULE_SOURCES})
  target_include_directories(zhenggai_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(zhenggai_${name} PUBLIC ${MODULE_LINKS})
  if(ZHENGGAI_TESTS AND MODULE_TESTS)
    add_executable(${name}_test ${MODULE_TESTS})
    target_link_libraries(${name}_test PRIVATE zhenggai_${name} ${MODULE_TEST_LINKS} GTest::gtest_main)
    # A test is compiled as often as it is run: optimising it takes longer than it ever saves.
    target_compile_options(${name}_test PRIVATE $<$<CONFIG:Release>:-O0>)
    target_compile_definitions(${name}_test PRIVATE
      PROJECT_DIR="${CMAKE_SOURCE_DIR}" SHARED_DIR="${CMAKE_SOURCE_DIR}/../shared")
    add_test(NAME ${name} COMMAND ${name}_test)
  endif()
endfunction()
