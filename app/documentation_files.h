// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The documentation of a schema as files: draws the pictures of its groups and writes page or
// folder. Blocks while it works; who asks for it and when is not known here.
#pragma once

#include "diagram/layout.h"
#include "model/export/documentation/documentation.h"

namespace cadastre {

enum class DocumentationFormat : std::uint8_t {
    Html,           ///< one page with its search inside
    MarkdownFile,   ///< one file, pictures beside it
    MarkdownFolder, ///< README.md, a file per group, pictures
};

struct DocumentationRequest
{
    std::shared_ptr<const Catalog> catalog;
    std::shared_ptr<const std::vector<Relationship>> relationships;
    std::shared_ptr<const BoundaryPicture> boundaries; ///< null where nobody drew any
    Conventions conventions;
    QString title;
    /// Only these; absent for all that are not system objects.
    std::optional<std::vector<TableId>> tables;
    double minimumConfidence = 0.5;
    LayoutOptions layout;
};

/// Told before each section, from the thread that works.
using SectionProgress = std::function<void(int done, int total)>;

/// The format that a path asks for: a folder where it has no ending, or ends in a slash; absent
/// for an unknown ending.
std::optional<DocumentationFormat> documentationFormat(const QString& path);

/// False when it was cancelled; a page or file is then not there, or as it was. A folder is made
/// where there is none, and what it has beside stays. Fails with one sentence that names the file.
Result<bool> writeDocumentation(const DocumentationRequest& request, DocumentationFormat format,
                                const QString& path, const SectionProgress& progress,
                                const std::atomic_bool& cancelled);

/// The page as bytes; for standard output.
Result<QByteArray> documentationPage(const DocumentationRequest& request);

} // namespace cadastre
