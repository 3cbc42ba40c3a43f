// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/paths/path_lines.h"

#include <QHash>

namespace cadastre {

namespace {

/// In the order of the way, without those that were asked for where these are its ends.
QString throughTables(const Catalog& catalog, const JoinPath& path)
{
    QStringList names;
    for (std::size_t i = 1; i + 1 < path.tables.size(); ++i)
        names << catalog.displayName(path.tables[i]);
    return names.join(QStringLiteral(", "));
}

QString byColumns(const Catalog& catalog, const JoinPath& path)
{
    QStringList names;
    for (const PathStep& step : path.steps) {
        for (const ColumnId column : step.join.childColumns())
            names << catalog.column(column).name;
    }
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

/// What the sentence says behind the tables.
QString figuresOf(const JoinPath& path)
{
    const qsizetype colon = path.sentence.lastIndexOf(QStringLiteral(": "));
    const QString figures = path.sentence.mid(colon + 2);
    const QString oneJoin = QStringLiteral("1 join, ");
    return path.steps.size() == 1 && figures.startsWith(oneJoin) ? figures.mid(oneJoin.size())
                                                                 : figures;
}

} // namespace

QStringList pathLines(const Catalog& catalog, const std::vector<JoinPath>& paths)
{
    QHash<QString, int> ways;
    for (const JoinPath& path : paths)
        ++ways[throughTables(catalog, path)];
    QStringList lines;
    for (const JoinPath& path : paths) {
        const QString through = throughTables(catalog, path);
        QString line =
            through.isEmpty() ? QStringLiteral("directly") : QStringLiteral("via %1").arg(through);
        if (through.isEmpty() || ways[through] > 1)
            line += QStringLiteral(" by %1").arg(byColumns(catalog, path));
        lines << QStringLiteral("%1 · %2").arg(line, figuresOf(path));
    }
    return lines;
}

} // namespace cadastre
