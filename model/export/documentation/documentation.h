// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The documentation of a whole schema: an overview, a section per group with its picture, a section
// per table, an index. Blocks are made once and printed as one HTML page or as Markdown files, a
// section at a time, so that ten thousand tables need no more memory than the largest section.
// Pictures are made by who asks.
#pragma once

#include "model/boundaries/ownership/ownership.h"
#include "model/export/document.h"
#include "model/export/schema/schema_export.h"
#include "model/notes/conventions.h"
#include "model/result.h"

namespace cadastre {

/// The anchors of the sections: letters, digits, dots and hyphens, each once.
class DocumentationAnchors
{
public:
    explicit DocumentationAnchors(const SchemaExport& schema);

    /// Empty for a table that has no section.
    [[nodiscard]] QString ofTable(TableId table) const;
    [[nodiscard]] QString ofGroup(std::size_t group) const;

private:
    QHash<TableId, QString> m_tables;
    std::vector<QString> m_groups;
};

struct DocumentationInput
{
    const SchemaExport& schema;
    const Ownership* ownership = nullptr; ///< null where nobody drew boundaries
    const Conventions& conventions;
    const DocumentationAnchors& anchors;
    QString introduction = {}; ///< one sentence of what it is the documentation of
    /// What the database is in one page, made of it by who asks; its links are the anchors.
    Document overview = {};
    bool withStatements = true;     ///< the statement that makes each table
    double minimumConfidence = 0.5; ///< of inferred relationships that are counted
};

/// The picture of a group as SVG, or of a boundary; empty where none is to be drawn. For HTML an
/// element that stands in the page, for Markdown a whole file.
using GroupPicture = std::function<QByteArray(std::size_t group)>;

/// Takes a piece of a file; false when it could not be written.
using DocumentationSink = std::function<bool(const QByteArray& piece)>;

/// Called before each section; false stops.
using DocumentationProgress = std::function<bool(int done, int total)>;

struct DocumentationPictures
{
    GroupPicture ofGroup;
    QByteArray styles = {}; ///< HTML: what the pictures of a page share
};

/// One page without network: it works from a file, has its search inside and prints. Gives false
/// when the sink or the progress did.
bool writeDocumentationHtml(const DocumentationInput& input, const DocumentationPictures& pictures,
                            const DocumentationSink& sink, const DocumentationProgress& progress);

/// Takes the files of a folder one after the other: README.md, one per group, pictures beside;
/// false stops.
using DocumentationFiles = std::function<bool(const QString& name, const QByteArray& content)>;

bool writeDocumentationFolder(const DocumentationInput& input,
                              const DocumentationPictures& pictures,
                              const DocumentationFiles& files,
                              const DocumentationProgress& progress);

/// The whole as one file; pictures get names that begin with `pictureName`.
bool writeDocumentationMarkdown(const DocumentationInput& input,
                                const DocumentationPictures& pictures, const QString& pictureName,
                                const DocumentationSink& sink, const DocumentationFiles& files,
                                const DocumentationProgress& progress);

} // namespace cadastre
