# Texts as C: mfc_embed(HEADER ARRAY FILES f... [FIRST name...]) makes a header in
# the build folder with
#
#     static const struct { const char *name; const char *text; } ARRAY_files[]
#
# in the order of FIRST (names without extension), then the rest by name. The
# bytes are written as numbers: a C string literal must not exceed 4095 bytes.
# Run with -P and -DEMBED_OUT=... it does the work.

function(mfc_embed header array)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "FILES;FIRST")
  set(ordered "")
  foreach(first ${arg_FIRST})
    foreach(file ${arg_FILES})
      get_filename_component(name ${file} NAME_WE)
      if(name STREQUAL first)
        list(APPEND ordered ${file})
        list(REMOVE_ITEM arg_FILES ${file})
      endif()
    endforeach()
  endforeach()
  list(SORT arg_FILES)
  list(APPEND ordered ${arg_FILES})
  set(out ${CMAKE_BINARY_DIR}/embedded/${header})
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DEMBED_OUT=${out} -DEMBED_ARRAY=${array}
            "-DEMBED_FILES=${ordered}" -P ${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${ordered} ${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed.cmake
    COMMENT "Embedding ${array} into ${header}"
    VERBATIM)
endfunction()

if(EMBED_OUT)
  set(arrays "")
  set(rows "")
  set(i 0)
  foreach(file ${EMBED_FILES})
    get_filename_component(name ${file} NAME)
    file(READ ${file} hex HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
    string(REGEX REPLACE "((0x..,){16})" "\\1\n" bytes "${bytes}")
    string(APPEND arrays
      "static const unsigned char ${EMBED_ARRAY}_text_${i}[] = {\n${bytes}0};\n")
    string(APPEND rows "    {\"${name}\", (const char *)${EMBED_ARRAY}_text_${i}},\n")
    math(EXPR i "${i} + 1")
  endforeach()
  if(i EQUAL 0)
    set(rows "    {\"\", \"\"},\n")
  endif()
  file(WRITE ${EMBED_OUT} "/* Made by cmake/embed.cmake from the files named below. */\n"
    "${arrays}"
    "static const struct {\n    const char *name;\n    const char *text;\n"
    "} ${EMBED_ARRAY}_files[] = {\n${rows}};\n")
endif()
