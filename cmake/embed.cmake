# zhenggai_embed(SYMBOL FILE VARIABLE): a source file with the bytes of FILE between SYMBOL_begin and SYMBOL_end,
# put into VARIABLE. The assembler takes the bytes as they are: no compiler memory, and not in writable pages.
function(zhenggai_embed symbol file variable)
  set(assembly ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.S)
  file(CONFIGURE OUTPUT ${assembly} @ONLY CONTENT [[
.section .rodata
.global @symbol@_begin
.global @symbol@_end
.balign 16
@symbol@_begin:
.incbin "@file@"
@symbol@_end:
.byte 0
.section .note.GNU-stack,"",@progbits
]])
  set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS ${file})
  set(${variable} ${assembly} PARENT_SCOPE)
endfunction()
