// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/export/path_formats.h"

#include "model/export/markdown_text.h"
#include "model/export/single_line.h"
#include "model/json_text.h"

#include <algorithm>

namespace cadastre {

namespace {

QString pathNoteName(PathNoteKind kind)
{
    switch (kind) {
    case PathNoteKind::Repeats:
        return QStringLiteral("repeats");
    case PathNoteKind::Multiplies:
        return QStringLiteral("multiplies");
    case PathNoteKind::MayBeEmpty:
        return QStringLiteral("may-be-empty");
    case PathNoteKind::Inferred:
        return QStringLiteral("inferred");
    case PathNoteKind::TypesDiffer:
        return QStringLiteral("types-differ");
    case PathNoteKind::Polymorphic:
        return QStringLiteral("polymorphic");
    case PathNoteKind::Audit:
        return QStringLiteral("audit");
    case PathNoteKind::SharedParent:
        return QStringLiteral("shared-parent");
    case PathNoteKind::View:
        return QStringLiteral("view");
    }
    Q_UNREACHABLE();
}

QByteArray jsonStrings(const QStringList& strings)
{
    QByteArray text = "[";
    for (const QString& string : strings)
        text += (text.size() > 1 ? "," : "") + jsonString(string);
    return text + ']';
}

QStringList columnNames(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (const ColumnId column : columns)
        names << catalog.column(column).name;
    return names;
}

QByteArray stepObject(const Catalog& catalog, const JoinStep& step)
{
    QByteArray text = "{\"from\":" + jsonString(catalog.displayName(step.from)) +
                      ",\"from_columns\":" + jsonStrings(columnNames(catalog, step.fromColumns)) +
                      ",\"to\":" + jsonString(catalog.displayName(step.to)) +
                      ",\"to_columns\":" + jsonStrings(columnNames(catalog, step.toColumns)) +
                      ",\"origin\":" + jsonString(stepOriginName(step.origin)) +
                      ",\"confidence\":" + QByteArray::number(step.confidence, 'f', 3) +
                      ",\"towards_parent\":" + (step.towardsParent ? "true" : "false");
    if (step.typeColumn)
        text += ",\"type_column\":" + jsonString(catalog.column(*step.typeColumn).name) +
                ",\"type_values\":" + jsonStrings(step.typeValues);
    return text + '}';
}

QByteArray pathObject(const PathExport& paths, const JoinPath& path)
{
    const Catalog& catalog = paths.facts.graph.catalog();
    QByteArray text = "{\"sentence\":" + jsonString(path.sentence) +
                      ",\"price\":" + QByteArray::number(path.price / 100.0, 'f', 2) +
                      ",\"steps\":[";
    for (std::size_t i = 0; i < path.steps.size(); ++i)
        text += (i > 0 ? "," : "") + stepObject(catalog, path.steps[i].join);
    text += "],\"notes\":[";
    for (std::size_t i = 0; i < path.notes.size(); ++i)
        text += (i > 0 ? "," : "") + QByteArray("{\"kind\":") +
                jsonString(pathNoteName(path.notes[i].kind)) +
                ",\"text\":" + jsonString(path.notes[i].text) + '}';
    return text + "],\"sql\":" + jsonString(pathSql(paths, path)) + '}';
}

/// More backticks than stand together anywhere inside.
QString codeFence(const QString& code)
{
    qsizetype longest = 2;
    qsizetype run = 0;
    for (const QChar c : code) {
        run = c == QLatin1Char('`') ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return QString(longest + 1, QLatin1Char('`'));
}

} // namespace

QString stepOriginName(StepOrigin origin)
{
    switch (origin) {
    case StepOrigin::Declared:
        return QStringLiteral("declared");
    case StepOrigin::Confirmed:
        return QStringLiteral("confirmed");
    case StepOrigin::Added:
        return QStringLiteral("added");
    case StepOrigin::Inferred:
        return QStringLiteral("inferred");
    case StepOrigin::View:
        return QStringLiteral("view");
    }
    Q_UNREACHABLE();
}

QString pathSql(const PathExport& paths, const JoinPath& path)
{
    SelectOptions options = paths.select;
    if (paths.softDeletes)
        options.softDeletes = softDeletesAlong(paths.facts.softDeletes, path);
    const Result<QString> sql = selectAlong(paths.facts.graph, path, options);
    return sql ? *sql
               : QString(QStringLiteral("-- ") + asSingleLine(sql.error().message) +
                         QLatin1Char('\n'));
}

QByteArray pathsText(const PathExport& paths)
{
    QString text;
    int number = 0;
    for (const JoinPath& path : paths.answer.paths) {
        text +=
            QStringLiteral("%1. %2 (price %3)\n")
                .arg(QString::number(++number), asSingleLine(path.sentence), priceText(path.price));
        for (const PathNote& note : path.notes)
            text += QStringLiteral("   - %1\n").arg(asSingleLine(note.text));
    }
    if (const auto& none = paths.answer.none) {
        text += QString(asSingleLine(none->why) + QLatin1Char('\n'));
        if (!none->hint.isEmpty())
            text += QString(asSingleLine(none->hint) + QLatin1Char('\n'));
    }
    return text.toUtf8();
}

QByteArray pathsSql(const PathExport& paths)
{
    QStringList statements;
    for (const JoinPath& path : paths.answer.paths)
        statements << pathSql(paths, path);
    if (const auto& none = paths.answer.none)
        statements << QString(QStringLiteral("-- ") + asSingleLine(none->why) + QLatin1Char('\n'));
    return statements.join(QLatin1Char('\n')).toUtf8();
}

QByteArray pathsJson(const PathExport& paths)
{
    QStringList names;
    for (const TableId table : paths.question.tables)
        names << paths.facts.graph.catalog().displayName(table);
    QByteArray text =
        "{\"format\":\"cadastre-paths\",\"version\":1,\n\"tables\":" + jsonStrings(names) +
        ",\n\"paths\":[";
    for (std::size_t i = 0; i < paths.answer.paths.size(); ++i)
        text += (i > 0 ? ",\n" : "\n") + pathObject(paths, paths.answer.paths[i]);
    text += "\n]";
    if (const auto& none = paths.answer.none)
        text += ",\n\"none\":{\"why\":" + jsonString(none->why) +
                ",\"hint\":" + jsonString(none->hint) + '}';
    return text + "}\n";
}

QString pathMarkdown(const JoinPath& path, const QString& sql)
{
    QString text = QStringLiteral("**%1**\n\n").arg(markdownText(path.sentence));
    for (const PathNote& note : path.notes)
        text += QStringLiteral("- %1\n").arg(markdownText(note.text));
    if (!path.notes.empty())
        text += QLatin1Char('\n');
    const QString fence = codeFence(sql);
    return QString(text + fence + QStringLiteral("sql\n") + sql + fence + QLatin1Char('\n'));
}

} // namespace cadastre
