# SPDX-License-Identifier: MIT
# One more thing is one more file: libraries collect the sources of their folder, tests are found
# by name, and registries are generated from the files of a folder.

# cadastre_library(NAME [NO_UNITY] [EXCLUDE regex] [PCH header...] LINK targets...)
# A library of every .cpp below the current folder; shared where many tests link it
# (BUILD_SHARED_LIBS of the presets: 223 tests with all of it inside take 42 GB when sanitized).
# NO_UNITY: its files repeat private names (the columns of each statement) and cannot be compiled
# as one.
function(cadastre_library name)
    cmake_parse_arguments(ARG "NO_UNITY" "EXCLUDE" "LINK;PCH" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS
        "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
    if(ARG_EXCLUDE)
        list(FILTER sources EXCLUDE REGEX "${ARG_EXCLUDE}")
    endif()
    add_library(${name} ${sources})
    # no NAME_EXPORTS: what is shared and what is not compiles to the same objects
    set_target_properties(${name} PROPERTIES AUTOMOC ON DEFINE_SYMBOL "")
    if(ARG_NO_UNITY)
        set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
    endif()
    if(BUILD_SHARED_LIBS)
        install(TARGETS ${name} LIBRARY DESTINATION lib/cadastre)
    endif()
    target_link_libraries(${name} PUBLIC cadastre_options ${ARG_LINK})
    if(CADASTRE_USE_PCH AND ARG_PCH)
        target_precompile_headers(${name} PRIVATE ${ARG_PCH})
    endif()
endfunction()

# cadastre_registry(TARGET DIR dir HEADER header TYPE type SUFFIX suffix FUNCTION function)
# Every DIR/foo_bar.cpp defines `TYPE fooBarSUFFIX()`; FUNCTION returns all of them, sorted by file name.
function(cadastre_registry target)
    cmake_parse_arguments(ARG "" "DIR;HEADER;TYPE;SUFFIX;FUNCTION" "" ${ARGN})
    file(GLOB files CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${ARG_DIR}/*.cpp")
    list(SORT files)
    set(declarations "")
    set(calls "")
    foreach(file IN LISTS files)
        get_filename_component(stem "${file}" NAME_WE)
        string(REPLACE "_" ";" words "${stem}")
        set(camel "")
        foreach(word IN LISTS words)
            if(camel STREQUAL "")
                set(camel "${word}")
            else()
                string(SUBSTRING "${word}" 0 1 first)
                string(SUBSTRING "${word}" 1 -1 rest)
                string(TOUPPER "${first}" first)
                string(APPEND camel "${first}${rest}")
            endif()
        endforeach()
        string(APPEND declarations "${ARG_TYPE} ${camel}${ARG_SUFFIX}();\n")
        string(APPEND calls "        ${camel}${ARG_SUFFIX}(),\n")
    endforeach()
    set(output "${CMAKE_CURRENT_BINARY_DIR}/${ARG_FUNCTION}.cpp")
    file(CONFIGURE OUTPUT "${output}" CONTENT
"// Generated from the files of ${ARG_DIR}.
#include \"${ARG_HEADER}\"
namespace cadastre {
${declarations}std::vector<${ARG_TYPE}> ${ARG_FUNCTION}()
{
    return {
${calls}    };
}
} // namespace cadastre
" @ONLY)
    target_sources(${target} PRIVATE "${output}")
endfunction()

# What tests do is in the libraries; their own code need not be fast, but there is much of it to compile.
set(CADASTRE_TEST_FLAGS -O0)

# cadastre_test_headers(VARIABLE targets...): the target whose precompiled headers are shared by all
# tests that link the same targets.
function(cadastre_test_headers variable)
    string(MD5 key "${ARGN}")
    string(SUBSTRING "${key}" 0 8 key)
    set(name cadastre_test_headers_${key})
    set(${variable} ${name} PARENT_SCOPE)
    if(TARGET ${name})
        return()
    endif()
    set(source "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "// Carries the precompiled headers of tests.\n")
    add_library(${name} STATIC "${source}")
    target_link_libraries(${name} PRIVATE cadastre_options ${ARGN} Qt6::Test)
    target_compile_definitions(${name} PRIVATE
        CADASTRE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" CADASTRE_BINARY_DIR="${CMAKE_BINARY_DIR}")
    target_compile_options(${name} PRIVATE ${CADASTRE_TEST_FLAGS})
    if(CADASTRE_USE_PCH)
        target_precompile_headers(${name} PRIVATE <QtTest> <QHash> <QFile> <QTemporaryDir>
            <vector> <memory> <optional> <functional> <algorithm>)
    endif()
endfunction()

# cadastre_tests(FOLDER folder LABELS labels... LINK targets... [ENVIRONMENT vars...] [TIMEOUT s]
#                [LAUNCHER program])
# One executable and one ctest per tests/FOLDER/tst_*.cpp.
function(cadastre_tests)
    cmake_parse_arguments(ARG "" "FOLDER;TIMEOUT;LAUNCHER" "LABELS;LINK;ENVIRONMENT" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    cadastre_test_headers(headers ${ARG_LINK})
    file(GLOB files CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${ARG_FOLDER}/tst_*.cpp")
    foreach(file IN LISTS files)
        get_filename_component(name "${file}" NAME_WE)
        add_executable(${name} "${file}")
        set_target_properties(${name} PROPERTIES AUTOMOC OFF UNITY_BUILD OFF)
        # One moc per test: AUTOMOC would scan, and compile an empty file, for each of them.
        set(moc "${CMAKE_CURRENT_BINARY_DIR}/moc/${name}.moc")
        qt6_generate_moc("${file}" "${moc}" TARGET ${name})
        target_sources(${name} PRIVATE "${moc}")
        target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/moc")
        target_compile_options(${name} PRIVATE ${CADASTRE_TEST_FLAGS})
        target_link_libraries(${name} PRIVATE cadastre_options ${ARG_LINK} Qt6::Test)
        target_compile_definitions(${name} PRIVATE
            CADASTRE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" CADASTRE_BINARY_DIR="${CMAKE_BINARY_DIR}")
        if(CADASTRE_USE_PCH)
            target_precompile_headers(${name} REUSE_FROM ${headers})
        endif()
        add_test(NAME ${name} COMMAND ${ARG_LAUNCHER} $<TARGET_FILE:${name}>)
        set(timeout ${ARG_TIMEOUT})
        if(name MATCHES "_soak$") # in full they take long; Qt's own watchdog ends ordinary runs
            set(timeout 7200)
        endif()
        set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${timeout}
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;${ARG_ENVIRONMENT}")
    endforeach()
endfunction()
