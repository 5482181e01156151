# Run as: cmake -DFROM=web/dist -DTO=folder -P embed_pages.cmake. Writes pages_bytes.S with every file, also
# compressed where that is smaller, and pages_table.cpp with one row each. An empty FROM gives an empty table.
cmake_minimum_required(VERSION 3.25)
find_program(BROTLI brotli)
file(REMOVE_RECURSE "${TO}/packed")
file(MAKE_DIRECTORY "${TO}/packed")

function(content_type_of path variable)
  get_filename_component(ending "${path}" LAST_EXT)
  set(known_.html "text/html; charset=utf-8")
  set(known_.js "text/javascript; charset=utf-8")
  set(known_.css "text/css; charset=utf-8")
  set(known_.json "application/json; charset=utf-8")
  set(known_.txt "text/plain; charset=utf-8")
  set(known_.svg "image/svg+xml")
  set(known_.png "image/png")
  set(known_.ico "image/x-icon")
  set(known_.woff2 "font/woff2")
  set(known_.docx "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
  set(known_.xlsx "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  set(type "application/octet-stream")
  if(DEFINED "known_${ending}")
    set(type "${known_${ending}}")
  endif()
  set(${variable} "${type}" PARENT_SCOPE)
endfunction()

# Adds FILE under SYMBOL to the assembler text, and the C++ expression for its bytes to the row.
macro(add_bytes symbol file)
  string(APPEND assembly ".balign 16\n${symbol}:\n.global ${symbol}\n.incbin \"${file}\"\n.global ${symbol}_end\n${symbol}_end:\n")
  string(APPEND declarations "extern const char ${symbol}[], ${symbol}_end[];\n")
  string(APPEND row ", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}")
endmacro()

macro(add_packed symbol packed size_raw)
  set(size_packed ${size_raw})
  if(EXISTS "${packed}")
    file(SIZE "${packed}" size_packed)
  endif()
  if(size_packed LESS size_raw)
    add_bytes(${symbol} "${packed}")
  else()
    string(APPEND row ", {}")
  endif()
endmacro()

set(files "")
if(NOT "${FROM}" STREQUAL "")
  file(GLOB_RECURSE files RELATIVE "${FROM}" "${FROM}/*")
  list(SORT files COMPARE STRING CASE SENSITIVE)
endif()
set(assembly ".section .rodata\n")
set(declarations "")
set(rows "")
set(number 0)
foreach(file IN LISTS files)
  set(packed "${TO}/packed/${number}")
  configure_file("${FROM}/${file}" "${packed}" COPYONLY)
  execute_process(COMMAND gzip -9nk "${packed}" COMMAND_ERROR_IS_FATAL ANY)
  if(BROTLI)
    execute_process(COMMAND ${BROTLI} -q 11 -k "${packed}" COMMAND_ERROR_IS_FATAL ANY)
  endif()
  file(SHA256 "${packed}" hash)
  string(SUBSTRING "${hash}" 0 20 tag)
  file(SIZE "${packed}" size)
  content_type_of("${file}" type)
  set(row "    Page{\"/${file}\", \"${type}\", \"\\\"${tag}\\\"\"")
  add_bytes(zhenggai_page_${number} "${packed}")
  add_packed(zhenggai_page_${number}_gz "${packed}.gz" ${size})
  add_packed(zhenggai_page_${number}_br "${packed}.br" ${size})
  string(APPEND rows "${row}},\n")
  math(EXPR number "${number} + 1")
endforeach()

file(WRITE "${TO}/pages_bytes.S" "${assembly}.section .note.GNU-stack,\"\",@progbits\n")
file(WRITE "${TO}/pages_table.cpp" "#include \"app/pages.hpp\"\n
extern \"C\" {
${declarations}}

namespace app {

std::span<const Page> embedded_pages() {
  static const std::initializer_list<Page> pages{
${rows}  };
  return {pages.begin(), pages.size()};
}

}  // namespace app
")
