// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/share_formats.h"

#include <QCoreApplication>

#include <algorithm>

namespace cadastre {

namespace {

struct FormatWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::ShareFormats)
};

ShareFormat pictureFormatOf(const QString& ending, const QString& title, const QString& hint,
                            bool hasTheme = true, bool hasScale = true)
{
    return {{title, hint, hasTheme, hasScale}, ShareKind::Picture, ending};
}

ShareFormat textFormatOf(SchemaLanguage language, const QString& ending, const QString& title,
                         const QString& hint)
{
    return {{title, hint}, ShareKind::Text, ending, language};
}

Result<ShareResult> writePictureFile(const SharedRequest& request, const QString& path,
                                     const std::atomic_bool& cancelled)
{
    const Result<PictureExport> picture = sharedPicture(request, cancelled);
    if (!picture)
        return picture.error();
    if (cancelled)
        return ShareResult{};
    const Result<Nothing> written = exportPicture(*picture, path);
    if (!written)
        return written.error();
    return ShareResult{true, {}};
}

Result<ShareResult> writeTextFiles(const SharedRequest& request, SchemaLanguage language,
                                   const QString& path)
{
    const SchemaFiles files = schemaFiles(sharedSchema(request), language, path);
    const Result<Nothing> written = writeSchemaFiles(files);
    if (!written)
        return written.error();
    return ShareResult{true, files.remark};
}

Result<ShareResult> writeDocumentationOf(const SharedRequest& request, DocumentationFormat format,
                                         const QString& path, const SectionProgress& progress,
                                         const std::atomic_bool& cancelled)
{
    DocumentationRequest document;
    document.catalog = request.facts.catalog;
    document.relationships = request.facts.relationships;
    document.boundaries = request.boundaries;
    document.conventions = request.conventions;
    document.title = request.title;
    document.tables = request.tables;
    document.minimumConfidence = request.options.filter.minimumConfidence;
    const Result<bool> written = writeDocumentation(document, format, path, progress, cancelled);
    if (!written)
        return written.error();
    return ShareResult{*written, {}};
}

} // namespace

const std::vector<ShareFormat>& shareFormats()
{
    static const std::vector<ShareFormat> formats{
        pictureFormatOf(QStringLiteral("svg"), FormatWords::tr("SVG picture"),
                        FormatWords::tr("Sharp at every size, its texts can be searched.")),
        pictureFormatOf(QStringLiteral("png"), FormatWords::tr("PNG picture"),
                        FormatWords::tr("For chats and tickets.")),
        pictureFormatOf(QStringLiteral("pdf"), FormatWords::tr("PDF document"),
                        FormatWords::tr("For printing and mail.")),
        {{FormatWords::tr("HTML documentation"),
          FormatWords::tr("One page that opens in any browser without a network: diagrams, tables, "
                          "columns, relationships, with a search inside.")},
         ShareKind::Page,
         QStringLiteral("html")},
        {{FormatWords::tr("Markdown documentation (folder)"),
          FormatWords::tr(
              "A README.md, a file per group and its picture, for a repository or wiki.")},
         ShareKind::Folder,
         {}},
        textFormatOf(SchemaLanguage::Mermaid, QStringLiteral("mmd"),
                     FormatWords::tr("Mermaid text"),
                     FormatWords::tr("Divided by group where Mermaid takes no more.")),
        textFormatOf(SchemaLanguage::Mermaid, QStringLiteral("md"),
                     FormatWords::tr("Mermaid in Markdown"),
                     FormatWords::tr("Drawn by GitHub, GitLab and many wikis.")),
        textFormatOf(SchemaLanguage::PlantUml, QStringLiteral("puml"),
                     FormatWords::tr("PlantUML text"), {}),
        textFormatOf(SchemaLanguage::Dbml, QStringLiteral("dbml"), FormatWords::tr("DBML text"),
                     FormatWords::tr("Opens in dbdiagram.io and its tools.")),
        pictureFormatOf(QStringLiteral("dot"), FormatWords::tr("Graphviz text"), {}, true, false)};
    return formats;
}

int shareFormat(const QString& ending)
{
    const auto& formats = shareFormats();
    const auto found = std::ranges::find(formats, ending, &ShareFormat::ending);
    return found == formats.end() ? 0 : static_cast<int>(found - formats.begin());
}

Result<ShareResult> writeShared(const SharedRequest& request, const ShareFormat& format,
                                const QString& path, const SectionProgress& progress,
                                const std::atomic_bool& cancelled)
{
    switch (format.kind) {
    case ShareKind::Picture:
        return writePictureFile(request, path, cancelled);
    case ShareKind::Text:
        return writeTextFiles(request, format.language, path);
    case ShareKind::Page:
        return writeDocumentationOf(request, DocumentationFormat::Html, path, progress, cancelled);
    case ShareKind::Folder:
        return writeDocumentationOf(request, DocumentationFormat::MarkdownFolder, path, progress,
                                    cancelled);
    }
    Q_UNREACHABLE();
}

} // namespace cadastre
