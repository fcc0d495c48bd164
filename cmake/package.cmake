# What `cmake --install` and `cpack -G DEB` put in place: the compiler, the runtime and
# its CMake and pkg-config files, and what mfc itself writes from its tables: manual
# pages, completion of shells, definitions for editors.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# ---- what mfc writes ----

set(written "")
function(mfc_writes file folder)
  set(out ${CMAKE_BINARY_DIR}/share/${file})
  add_custom_command(
    OUTPUT ${out}
    COMMAND mfc help ${ARGN} -o ${out}
    DEPENDS mfc
    COMMENT "Writing ${file}"
    VERBATIM)
  set(written ${written} ${out} PARENT_SCOPE)
  install(FILES ${out} DESTINATION ${CMAKE_INSTALL_DATADIR}/${folder})
endfunction()

if(NOT CMAKE_CROSSCOMPILING OR CMAKE_CROSSCOMPILING_EMULATOR)
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/share)
  mfc_writes(mfc.1 man/man1 --man mfc)
  mfc_writes(mfc-trainer.1 man/man1 --man mfc-trainer)
  mfc_writes(mfc-lua.5 man/man5 --man mfc-lua)
  mfc_writes(mfc bash-completion/completions --completion bash)
  mfc_writes(_mfc zsh/site-functions --completion zsh)
  mfc_writes(mfc.fish fish/vendor_completions.d --completion fish)
  mfc_writes(mfc.d.lua mfc --definitions)
  add_custom_target(help_texts ALL DEPENDS ${written})
endif()

# ---- the rest ----

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/mfc)
install(TARGETS mfc mfrt EXPORT mfc-targets)
file(GLOB runtime_headers CONFIGURE_DEPENDS runtime/*.h)
install(FILES ${runtime_headers} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/mfc)
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN "*.md")
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR})

install(EXPORT mfc-targets NAMESPACE mfc:: DESTINATION ${package_dir})
configure_package_config_file(cmake/mfc-config.cmake.in mfc-config.cmake
                              INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(mfc-config-version.cmake COMPATIBILITY SameMinorVersion
                                 ARCH_INDEPENDENT)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/mfc-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/mfc-config-version.cmake
        DESTINATION ${package_dir})
# The prefix is known when it is installed only.
configure_file(cmake/mfrt.pc.in mfrt.pc.in @ONLY)
install(CODE "
  set(prefix \"\${CMAKE_INSTALL_PREFIX}\")
  file(READ \"${CMAKE_CURRENT_BINARY_DIR}/mfrt.pc.in\" text)
  string(REGEX REPLACE \"^prefix=[^\\n]*\" \"prefix=\${prefix}\" text \"\${text}\")
  file(WRITE \"${CMAKE_CURRENT_BINARY_DIR}/mfrt.pc\" \"\${text}\")")
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/mfrt.pc
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

# ---- cpack -G DEB ----

set(CPACK_PACKAGE_NAME mfc)
set(CPACK_PACKAGE_CONTACT "The maintainers of mfc <maintainers@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "compiler for neural networks")
set(CPACK_PACKAGE_DESCRIPTION
  "mfc turns a network, described in a short Lua script, into one C file that
trains it: forward pass, gradients, optimiser, data loading, checkpoints and
command line. The C needs nothing but a C compiler.")
set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gcc | c-compiler, libc6-dev")
include(CPack)
