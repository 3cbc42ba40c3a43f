// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Diagrams as text files: Mermaid, PlantUML, DBML; several files where one would be more than its
// reader takes. Pictures are exported by export_flow.h and `cadastre diagram`.
#pragma once

#include "model/export/schema/schema_export.h"
#include "model/result.h"

#include <QByteArray>

namespace cadastre {

enum class SchemaLanguage : std::uint8_t { Mermaid, PlantUml, Dbml };

struct SchemaFile
{
    QString path;
    QByteArray content;
};

struct SchemaFiles
{
    std::vector<SchemaFile> files; ///< never empty; the one that was asked for first
    /// What was divided or left out, and why, as sentences; empty when all is in the one file.
    QString remark;
};

/// By name ("mermaid", "plantuml", "dbml") or by ending of a file ("mmd", "md", "puml", ...).
std::optional<SchemaLanguage> schemaLanguage(const QString& word);

/// Mermaid that has to be divided goes into files beside `path`, which then holds the overview; for
/// a path that ends in .md, and for "-", into one Markdown document.
SchemaFiles schemaFiles(const SchemaExport& schema, SchemaLanguage language, const QString& path);

/// Writes all of them; fails with one sentence that names the file.
Result<Nothing> writeSchemaFiles(const SchemaFiles& files);

} // namespace cadastre
