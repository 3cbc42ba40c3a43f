// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a change of what is staged costs in a large catalog, and finding what a bulk change would
// do. Made schemas, every second column with a comment.
#include "model/notes/bulk/comment_sources.h"
#include "model/notes/bulk/replace_in_comments.h"
#include "model/notes/bulk/same_columns.h"
#include "model/notes/comment_home.h"
#include "tests/bench/bench.h"
#include "tests/support/synthetic_catalog.h"

namespace cadastre {

namespace {

std::shared_ptr<const Catalog> commentedCatalog(int tables)
{
    SourceCatalog source;
    source.objects = test::syntheticCatalog(tables)->objects();
    for (std::size_t i = 0; i < source.objects.columns.size(); i += 2) {
        Column& column = source.objects.columns[i];
        column.comment.text =
            QStringLiteral("What %1 means, in a sentence of usual length.\n@convention legacy-2014")
                .arg(column.name);
    }
    return std::make_shared<const Catalog>(
        mergeSources({std::make_shared<const SourceCatalog>(source)}));
}

void measureBulk(int tables)
{
    const auto catalog = commentedCatalog(tables);
    StagedEdits staged;
    const int edits = std::min<int>(5000, static_cast<int>(catalog->objects().columns.size()));
    for (int i = 0; i < edits; ++i)
        staged.stage(commentEditOf(*catalog, ColumnId{i}, QStringLiteral("other words")));
    const CommentedCatalog commented(catalog, staged);
    const CommentSearch search{QStringLiteral("usual"), QStringLiteral("common")};
    const auto milliseconds = [](const std::function<void()>& work) {
        return bench::number(bench::fastest(3, work));
    };
    const auto groups = sameNamedColumns(commented);
    bench::printRow(
        {QString::number(tables),
         milliseconds([&] { const CommentedCatalog made(catalog, staged); }),
         milliseconds([&] { (void)commented.withStaged(staged); }),
         milliseconds([&] { (void)replaceInComments(commented, search); }),
         milliseconds([&] { (void)sameNamedColumns(commented); }), milliseconds([&] {
             const ColumnId like = bestCommented(commented, groups.front());
             (void)sameComment(commented, groups.front(), like, commented.comment(like));
         }),
         milliseconds([&] {
             const auto incoming = commentsOfCatalog(*catalog, SourceId{0}, *catalog, SourceId{0});
             (void)compareIncoming(commented, SourceId{0}, incoming, true);
         })});
}

} // namespace

BenchSection bulkCommentsSection()
{
    BenchSection section;
    section.name = QStringLiteral("bulk-comments");
    section.summary = QStringLiteral("staged edits and bulk changes of comments, milliseconds");
    section.run = [](const bench::BenchOptions& options) {
        bench::printHead({QStringLiteral("tables"), QStringLiteral("catalog with 5,000 edits"),
                          QStringLiteral("other edits"), QStringLiteral("find and replace"),
                          QStringLiteral("names"), QStringLiteral("same columns"),
                          QStringLiteral("another database")});
        for (int tables : options.sizes)
            measureBulk(tables);
    };
    return section;
}

} // namespace cadastre
