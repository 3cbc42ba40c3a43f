// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/boundary_texts.h"

#include "diagram/boundary_pictures.h"
#include "model/boundaries/boundary_notes.h"
#include "model/export/boundary_report.h"
#include "model/export/ddl_comment_file.h"

namespace cadastre {

namespace {

constexpr std::size_t mostTablesOfMap = 600;

std::map<QString, QByteArray> picturesOf(const BoundaryState& state,
                                         const std::atomic_bool& cancelled)
{
    BoundaryPicture picture;
    picture.boundaries = state.boundaries;
    picture.ownership = state.check.ownership;
    picture.crossings = state.check.crossings;
    const BoundaryDrawing drawing{state.catalog,
                                  state.relationships,
                                  std::make_shared<const BoundaryPicture>(std::move(picture)),
                                  {}};
    RenderOptions options;
    options.filter.minimumConfidence = state.minimumConfidence;
    std::map<QString, QByteArray> pictures;
    if (state.catalog->objects().tables.size() <= mostTablesOfMap) {
        const Result<QByteArray> map = renderBoundaryMapSvg(drawing, options, cancelled);
        if (map)
            pictures[QString()] = *map;
    }
    for (std::size_t i = 0; i < state.check.ownership.names.size() && !cancelled; ++i) {
        const Result<QByteArray> svg =
            renderBoundarySvg(drawing, static_cast<BoundaryIndex>(i), options, cancelled);
        if (svg)
            pictures[state.check.ownership.names[i]] = *svg;
    }
    return pictures;
}

} // namespace

QByteArray boundaryReportFor(const BoundaryState& state, const QString& title, const QString& path,
                             const std::atomic_bool& cancelled)
{
    const bool markdown = path.endsWith(QLatin1String(".md"), Qt::CaseInsensitive);
    BoundaryReportInput input{*state.catalog,
                              *state.relationships,
                              *state.uses,
                              state.boundaries,
                              state.check,
                              title,
                              {}};
    if (markdown)
        return boundaryReportMarkdown(input);
    input.pictures = picturesOf(state, cancelled);
    return boundaryReportHtml(input);
}

Result<QString> boundaryCommentFile(const BoundaryState& state)
{
    QString text;
    QString source;
    for (const CommentEdit& edit :
         boundaryNoteEdits(*state.catalog, state.boundaries, state.check.ownership)) {
        const auto object = state.catalog->find(edit.key);
        if (!object)
            continue;
        const Engine engine = state.catalog->source(state.catalog->sourceOf(*object)).engine;
        const Result<QString> statement = tableCommentStatement(edit, engine);
        if (!statement)
            return statement.error();
        if (edit.key.source != source)
            text += QStringLiteral("%1-- %2\n")
                        .arg(text.isEmpty() ? QString() : QStringLiteral("\n"),
                             edit.key.source.simplified());
        source = edit.key.source;
        text += *statement;
    }
    return text;
}

} // namespace cadastre
