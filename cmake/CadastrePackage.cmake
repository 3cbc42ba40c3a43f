# SPDX-License-Identifier: MIT
# What an installation has beside the program (desktop entry, icons, types of files, manual page,
# completion), and the Debian package of it: `cpack -G DEB` in a build folder.
set(CADASTRE_DESKTOP "${CMAKE_SOURCE_DIR}/resources/desktop")
set(generated "${CMAKE_BINARY_DIR}/share/generated")

install(FILES "${CADASTRE_DESKTOP}/cadastre.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${CADASTRE_DESKTOP}/cadastre.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages")
install(FILES "${CMAKE_SOURCE_DIR}/resources/icons/cadastre.svg"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
install(FILES "${CADASTRE_DESKTOP}/application-x-cadastre-workspace.svg"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/mimetypes")
configure_file("${CADASTRE_DESKTOP}/org.cadastre.Cadastre.metainfo.xml"
    "${generated}/org.cadastre.Cadastre.metainfo.xml" @ONLY)
install(FILES "${generated}/org.cadastre.Cadastre.metainfo.xml"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
install(FILES "${CADASTRE_DESKTOP}/copyright" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/cadastre")

# cadastre_printed(FILE ARGUMENT...): what the program itself prints, made when it is built.
set(printed_files "")
function(cadastre_printed file)
    add_custom_command(OUTPUT "${generated}/${file}"
        COMMAND ${CMAKE_COMMAND} -E make_directory "${generated}"
        COMMAND sh -c "\"$0\" \"$@\" > \"${generated}/${file}.new\" && mv \"${generated}/${file}.new\" \"${generated}/${file}\""
            $<TARGET_FILE:cadastre> ${ARGN}
        DEPENDS cadastre VERBATIM COMMENT "Printing ${file}")
    set(printed_files ${printed_files} "${generated}/${file}" PARENT_SCOPE)
endfunction()
cadastre_printed(cadastre.1 --man-page)
cadastre_printed(cadastre.bash --completion bash)
cadastre_printed(_cadastre --completion zsh)
cadastre_printed(cadastre.fish --completion fish)
add_custom_command(OUTPUT "${generated}/cadastre.1.gz"
    COMMAND sh -c "gzip -n -9 -c \"$1\" > \"$1.gz\"" sh "${generated}/cadastre.1"
    DEPENDS "${generated}/cadastre.1" VERBATIM)
add_custom_target(cadastre_printed_files ALL DEPENDS ${printed_files} "${generated}/cadastre.1.gz")
install(FILES "${generated}/cadastre.1.gz" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES "${generated}/cadastre.bash" RENAME cadastre
    DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
install(FILES "${generated}/_cadastre" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions")
install(FILES "${generated}/cadastre.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME cadastre)
set(CPACK_PACKAGE_VENDOR "Cadastre contributors")
set(CPACK_PACKAGE_CONTACT "Cadastre contributors <contributors@cadastre.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "schema explorer: see, relate, own and annotate a database")
set(CPACK_PACKAGE_DESCRIPTION
"Draws the schema of SQLite, PostgreSQL, MariaDB and MySQL databases, finds the
relationships that nobody declared, shows who owns what and what crosses from one
owner to another, and writes comments and convention notes back into the database.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS
    "${CMAKE_BINARY_DIR}/model" "${CMAKE_BINARY_DIR}/model/sql" "${CMAKE_BINARY_DIR}/diagram"
    "${CMAKE_BINARY_DIR}/widgets" "${CMAKE_BINARY_DIR}/app")
# What is loaded at run time and no library names: the SQL plug-in of SQLite (PostgreSQL and MariaDB
# are reached by their own libraries), the plug-in that paints SVG icons.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, shared-mime-info")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, fonts-dejavu-core, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "gnome-keyring | kwalletmanager, openssh-client")
include(CPack)
