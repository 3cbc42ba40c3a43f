// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/notes/checks/near_names.h"

#include <QSet>

#include <algorithm>

namespace cadastre {

int editDistance(QStringView first, QStringView second, int limit)
{
    if (qAbs(first.size() - second.size()) > limit)
        return limit + 1;
    const qsizetype columns = second.size() + 1;
    std::vector<std::vector<int>> rows(static_cast<std::size_t>(first.size() + 1),
                                       std::vector<int>(static_cast<std::size_t>(columns)));
    for (qsizetype i = 0; i <= first.size(); ++i) {
        for (qsizetype j = 0; j < columns; ++j) {
            if (i == 0 || j == 0) {
                rows[i][j] = static_cast<int>(i + j);
                continue;
            }
            const int replaced = rows[i - 1][j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1);
            int best = std::min({replaced, rows[i - 1][j] + 1, rows[i][j - 1] + 1});
            if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                best = std::min(best, rows[i - 2][j - 2] + 1);
            rows[i][j] = best;
        }
    }
    return std::min(rows.back().back(), limit + 1);
}

namespace {

/// Short names differ by less.
bool isAlmost(const QString& name, const QString& wanted)
{
    const int limit = std::min<int>(2, static_cast<int>(wanted.size()) / 3);
    return editDistance(name.toCaseFolded(), wanted.toCaseFolded(), limit) <= limit;
}

} // namespace

QString nearTable(const Catalog& catalog, SourceId source, const QString& missing)
{
    const QString wanted = missing.section(QLatin1Char('.'), -1).toCaseFolded();
    QString found;
    for (std::size_t i = 0; i < catalog.objects().tables.size(); ++i) {
        const TableId id{static_cast<int>(i)};
        const Table& table = catalog.objects().tables[i];
        if (table.system || catalog.sourceOf(id) != source || isView(table))
            continue;
        const QString name = table.name.toCaseFolded();
        const QString stem = name.endsWith(QLatin1Char('s')) ? name.chopped(1) : name;
        const bool isNear = isAlmost(name, wanted) ||
                            (stem.size() >= 5 && wanted.startsWith(stem)) ||
                            (wanted.size() >= 5 && name.startsWith(wanted));
        if (!isNear)
            continue;
        if (!found.isEmpty())
            return {};
        found = catalog.displayName(id);
    }
    return found;
}

QString nearColumn(const Catalog& catalog, TableId table, const QString& missing)
{
    constexpr qsizetype shortestEnd = 4;
    QString found;
    for (const Column& column : catalog.columnsOf(table)) {
        const bool isNear =
            isAlmost(column.name, missing) || (column.name.size() >= shortestEnd &&
                                               missing.endsWith(column.name, Qt::CaseInsensitive));
        if (isNear && !found.isEmpty())
            return {};
        if (isNear)
            found = column.name;
    }
    return found;
}

bool isFileOrAddress(const QString& words, const WrittenName& name)
{
    static const QSet<QString> endings = [] {
        const QStringList list =
            QStringLiteral("com org net io de gov edu html htm csv txt md json xml yml yaml sql py "
                           "rb js ts java php pdf xls xlsx png jpg c h cpp g e")
                .split(QLatin1Char(' '));
        return QSet<QString>(list.begin(), list.end());
    }();
    const bool isAddress = QStringView(words)
                               .sliced(std::min(name.end, words.size()))
                               .startsWith(QLatin1String("://"));
    return isAddress || (name.parts.size() > 1 && !name.quoted && name.columns.isEmpty() &&
                         endings.contains(name.parts.last().toLower()));
}

} // namespace cadastre
