// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/orientation/gist.h"

#include "model/notes/object_names.h"
#include "model/orientation/table_groups.h"
#include "model/orientation/table_sentences.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr std::size_t mostSubjects = 5;
constexpr double smallestSubject = 0.3; ///< of what the most important table explains
constexpr int longestSaid = 70;

/// Inside of a sentence; its letters stay: what begins with a capital may be a name.
QString asClause(QString said)
{
    while (said.endsWith(QLatin1Char('.')))
        said.chop(1);
    return said;
}

std::vector<TableId> subjectsOf(const Catalog& catalog, const Importance& importance)
{
    std::vector<TableId> tables;
    for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i) {
        const TableId table{i};
        const TableImportance& figures = importance.of(table);
        if (isExplained(catalog, table) && !isView(catalog.table(table)) &&
            figures.setBack == SetBack::None && figures.score >= smallestSubject &&
            figures.referencedBy > 0)
            tables.push_back(table);
    }
    std::ranges::stable_sort(tables, [&](TableId a, TableId b) {
        return importance.of(a).score > importance.of(b).score;
    });
    tables.resize(std::min(tables.size(), mostSubjects));
    return tables;
}

} // namespace

QString gistOf(const CommentedCatalog& commented, const Importance& importance)
{
    const auto catalog = commented.catalog();
    if (catalog == nullptr || importance.tables.empty())
        return {};
    const ObjectNames names{std::make_shared<const CommentedCatalog>(commented), true};
    QStringList subjects;
    for (const TableId table : subjectsOf(*catalog, importance)) {
        const QString said = asClause(firstSentence(commented.comment(table), longestSaid));
        QString subject = names.displayName(table);
        if (!said.isEmpty())
            subject += QStringLiteral(" (%1)").arg(said);
        subjects << subject;
    }
    if (subjects.isEmpty())
        return {};
    const QString last = subjects.takeLast();
    return subjects.isEmpty() ? QStringLiteral("A database of %1.").arg(last)
                              : QStringLiteral("A database of %1 and %2.")
                                    .arg(subjects.join(QStringLiteral(", ")), last);
}

} // namespace cadastre
