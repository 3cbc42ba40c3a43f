// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/documentation_files.h"

#include "app/documentation_front.h"
#include "diagram/boundary_pictures.h"
#include "diagram/fonts.h"
#include "diagram/graph_builder.h"
#include "diagram/layout_series.h"
#include "diagram/layout_worker.h"
#include "diagram/render_page.h"
#include "diagram/schema_text.h"
#include "model/catalog/table_families.h"
#include "model/replace_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <set>

namespace cadastre {

namespace {

/// A picture of more tables is a wall; together they stay smaller than the words.
constexpr std::size_t mostTablesOfGroupPicture = 120;
constexpr qsizetype mostPictureBytes = 24 * 1024 * 1024;
/// Statements repeat what the tables say: of so many tables they are left out.
constexpr std::size_t mostTablesWithStatements = 2500;

/// What a documentation is made of: everything is worked out once.
class DocumentationMaker
{
public:
    DocumentationMaker(const DocumentationRequest& request, const std::atomic_bool& cancelled,
                       bool inPage)
        : m_request(request)
        , m_inPage(inPage)
        , m_schema(schemaOf(request))
        , m_anchors(m_schema)
        , m_families(tableFamilies(*request.catalog))
        , m_worker(request.layout.workerProgram, workerLimits(request, m_schema), cancelled)
    {
        m_input.withStatements = m_schema.tables.size() <= mostTablesWithStatements;
        if (request.boundaries)
            m_input.ownership = &request.boundaries->ownership;
        m_input.overview = documentationFront(request, m_anchors, cancelled);
    }
    DocumentationMaker(const DocumentationMaker&) = delete;
    DocumentationMaker& operator=(const DocumentationMaker&) = delete;

    [[nodiscard]] const DocumentationInput& input() const { return m_input; }
    [[nodiscard]] DocumentationPictures pictures()
    {
        return {[this](std::size_t group) { return picture(group); },
                m_inPage ? svgPageStyles() : QByteArray()};
    }

private:
    static GraphOptions graphOptions(const DocumentationRequest& request)
    {
        GraphOptions options;
        options.boundaries = request.boundaries;
        options.minimumConfidence = request.minimumConfidence;
        return options;
    }

    /// Every table has its section, also partitions and copies.
    static SchemaExport schemaOf(const DocumentationRequest& request)
    {
        GraphOptions options = graphOptions(request);
        options.tables = request.tables;
        options.foldTableFamilies = false;
        SchemaTextOptions text;
        text.title = request.title;
        text.filter.minimumConfidence = request.minimumConfidence;
        return schemaExportOf(
            buildGraph(request.catalog, request.relationships, options, diagramBoxMetrics()), text);
    }

    /// One process lays out all pictures; each may take its time.
    static LayoutWorker::Limits workerLimits(const DocumentationRequest& request,
                                             const SchemaExport& schema)
    {
        const int pictures = std::max<int>(1, int(schema.groups.size()));
        constexpr int longestMs = 1 << 30;
        const int totalMs = request.layout.totalDeadlineMs;
        return {request.layout.groupDeadlineMs,
                totalMs < longestMs / pictures ? totalMs * pictures : longestMs};
    }

    /// Whether something of it would be folded under something else of it.
    [[nodiscard]] bool hasFamily(const std::vector<TableId>& tables) const
    {
        const std::set<TableId> shown(tables.begin(), tables.end());
        return std::ranges::any_of(m_families, [&](const TableFamily& family) {
            return shown.contains(family.representative) &&
                   std::ranges::any_of(family.members, [&](const FamilyMember& member) {
                       return shown.contains(member.table);
                   });
        });
    }

    /// A boundary with what is linked with it, else the group alone.
    [[nodiscard]] std::vector<TableId> tablesOfPicture(const SchemaGroup& group) const
    {
        if (!group.isBoundary || m_request.tables)
            return group.tables;
        const Ownership& ownership = m_request.boundaries->ownership;
        const QString name = group.name.section(QStringLiteral(" / "), -1);
        const auto boundary = ownership.indexOf(name);
        return boundary ? boundaryNeighbourhood(*m_request.catalog, ownership,
                                                m_request.boundaries->crossings, *boundary)
                        : group.tables;
    }

    [[nodiscard]] QByteArray picture(std::size_t index)
    {
        if (index >= m_schema.groups.size() && !m_schema.groups.empty())
            return {};
        GraphOptions options = graphOptions(m_request);
        if (m_schema.groups.empty())
            options.tables = m_schema.tables;
        else
            options.tables = tablesOfPicture(m_schema.groups[index]);
        if (options.tables->size() > mostTablesOfGroupPicture || m_pictureBytes > mostPictureBytes)
            return {};
        options.foldTableFamilies = hasFamily(*options.tables);
        const DiagramGraph graph =
            buildGraph(m_request.catalog, m_request.relationships, options, diagramBoxMetrics());
        if (graph.nodes.empty())
            return {};
        const QByteArray svg = drawn(graph, layoutWith(m_worker, graph), index);
        m_pictureBytes += svg.size();
        return svg;
    }

    [[nodiscard]] QByteArray drawn(const DiagramGraph& graph, const DiagramLayout& layout,
                                   std::size_t index) const
    {
        RenderOptions options;
        options.filter.minimumConfidence = m_request.minimumConfidence;
        options.legend = !m_inPage;
        if (!m_inPage) {
            const Result<QByteArray> svg = renderSvg(graph, layout, options);
            return svg ? *svg : QByteArray();
        }
        const SvgEmbedding embedding{"d" + QByteArray::number(qulonglong(index + 1)) + '-',
                                     [this](TableId table) { return m_anchors.ofTable(table); }};
        const Result<QByteArray> svg = renderSvgElement(graph, layout, options, embedding);
        return svg ? *svg : QByteArray();
    }

    const DocumentationRequest& m_request;
    bool m_inPage;
    SchemaExport m_schema;
    DocumentationAnchors m_anchors;
    DocumentationInput m_input{.schema = m_schema,
                               .conventions = m_request.conventions,
                               .anchors = m_anchors,
                               .minimumConfidence = m_request.minimumConfidence};
    std::vector<TableFamily> m_families;
    LayoutWorker m_worker;
    qsizetype m_pictureBytes = 0;
};

Error notWritten(const QString& path, const QString& why)
{
    return {QStringLiteral("%1 was not written.").arg(path), why};
}

/// One file, written as it is made.
Result<bool> writeStream(DocumentationMaker& maker, DocumentationFormat format, const QString& path,
                         const DocumentationProgress& step)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(path, file.errorString());
    std::optional<Error> failed;
    const DocumentationSink sink = [&](const QByteArray& piece) {
        const bool written = file.write(piece) == piece.size();
        if (!written)
            failed = notWritten(path, file.errorString());
        return written;
    };
    const DocumentationFiles beside = [&](const QString& name, const QByteArray& content) {
        const QString place = QFileInfo(path).dir().filePath(name);
        if (const Result<Nothing> written = replaceFile(place, content); !written)
            failed = written.error();
        return !failed;
    };
    const bool isWhole =
        format == DocumentationFormat::Html
            ? writeDocumentationHtml(maker.input(), maker.pictures(), sink, step)
            : writeDocumentationMarkdown(maker.input(), maker.pictures(),
                                         QFileInfo(path).completeBaseName(), sink, beside, step);
    if (failed)
        return *failed;
    if (!isWhole) {
        file.cancelWriting();
        return false;
    }
    if (!file.commit())
        return notWritten(path, file.errorString());
    return true;
}

Result<bool> writeFolder(DocumentationMaker& maker, const QString& path,
                         const DocumentationProgress& step)
{
    if (!QDir().mkpath(path))
        return notWritten(path, QStringLiteral("The folder cannot be made."));
    std::optional<Error> failed;
    const DocumentationFiles files = [&](const QString& name, const QByteArray& content) {
        if (const Result<Nothing> written = replaceFile(QDir(path).filePath(name), content);
            !written)
            failed = written.error();
        return !failed;
    };
    const bool isWhole = writeDocumentationFolder(maker.input(), maker.pictures(), files, step);
    if (failed)
        return *failed;
    return isWhole;
}

} // namespace

std::optional<DocumentationFormat> documentationFormat(const QString& path)
{
    const QFileInfo info(path);
    const QString ending = info.suffix().toLower();
    if (path.endsWith(QLatin1Char('/')) || info.isDir() || ending.isEmpty())
        return DocumentationFormat::MarkdownFolder;
    if (ending == QLatin1String("html") || ending == QLatin1String("htm"))
        return DocumentationFormat::Html;
    if (ending == QLatin1String("md") || ending == QLatin1String("markdown"))
        return DocumentationFormat::MarkdownFile;
    return std::nullopt;
}

Result<bool> writeDocumentation(const DocumentationRequest& request, DocumentationFormat format,
                                const QString& path, const SectionProgress& progress,
                                const std::atomic_bool& cancelled)
{
    DocumentationMaker maker(request, cancelled, format == DocumentationFormat::Html);
    const DocumentationProgress step = [&](int done, int total) {
        if (progress)
            progress(done, total);
        return !cancelled;
    };
    return format == DocumentationFormat::MarkdownFolder ? writeFolder(maker, path, step)
                                                         : writeStream(maker, format, path, step);
}

Result<QByteArray> documentationPage(const DocumentationRequest& request)
{
    const std::atomic_bool cancelled = false;
    DocumentationMaker maker(request, cancelled, true);
    QByteArray page;
    writeDocumentationHtml(
        maker.input(), maker.pictures(),
        [&page](const QByteArray& piece) {
            page += piece;
            return true;
        },
        [](int, int) { return true; });
    return page;
}

} // namespace cadastre
