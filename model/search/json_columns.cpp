// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/search/json_columns.h"

#include "model/notes/comment_text.h"
#include "model/relations/type_families.h"

#include <QRegularExpression>

#include <algorithm>

namespace cadastre {

namespace {

const QString jsonWord = QStringLiteral("json");

/// A name as SQL has it: bare, "quoted", `quoted` or [quoted].
QString withoutNameQuotes(const QString& name)
{
    if (name.size() < 2)
        return name;
    const QChar first = name.front();
    const QString inner = name.mid(1, name.size() - 2);
    if (first == u'"')
        return QString(inner).replace(QStringLiteral("\"\""), QStringLiteral("\""));
    if (first == u'`')
        return QString(inner).replace(QStringLiteral("``"), QStringLiteral("`"));
    return first == u'[' ? inner : name;
}

bool saysJson(const QString& text)
{
    static const QRegularExpression word(QStringLiteral("\\bjsonb?\\b"),
                                         QRegularExpression::CaseInsensitiveOption);
    return word.match(text).hasMatch();
}

JsonSign signOfComment(const QString& comment)
{
    if (!comment.contains(jsonWord, Qt::CaseInsensitive))
        return JsonSign::None;
    const CommentText text = parseCommentText(comment);
    const bool noted = std::ranges::any_of(text.notes, [](const TagLine& note) {
        return (note.name == QLatin1String("format") || note.name == QLatin1String("values")) &&
               saysJson(note.value);
    });
    if (noted)
        return JsonSign::Note;
    static const QRegularExpression start(QStringLiteral("^\\W*json\\b"),
                                          QRegularExpression::CaseInsensitiveOption);
    return start.match(comment).hasMatch() ? JsonSign::Comment : JsonSign::None;
}

} // namespace

QStringList jsonColumnsOfCheck(const QString& expression)
{
    static const QRegularExpression literal(QStringLiteral("'(?:[^']|'')*'"));
    // a name, perhaps quoted; the text type that PostgreSQL adds may follow it
    static const QRegularExpression asked(
        QStringLiteral("(\\bnot\\s+)?\\bjson_valid\\s*\\(\\s*"
                       "(\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`|\\[[^\\]]+\\]|[\\w$]+)\\s*[,)]"
                       "|(\"(?:[^\"]|\"\")+\"|[\\w$]+)\\s*\\)?\\s*(?:::\\s*\\w+\\s*\\)?\\s*)?"
                       "\\bis\\s+json\\b"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    if (!expression.contains(jsonWord, Qt::CaseInsensitive))
        return {};
    QStringList names;
    const QString code = QString(expression).replace(literal, QStringLiteral("''"));
    for (auto each = asked.globalMatch(code); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        const QString name = match.captured(2).isEmpty() ? match.captured(3) : match.captured(2);
        if (match.captured(1).isEmpty())
            names << withoutNameQuotes(name);
    }
    return names;
}

std::vector<JsonSign> jsonSigns(const CommentedCatalog& comments)
{
    const Catalog& catalog = *comments.catalog();
    const CatalogObjects& objects = catalog.objects();
    std::vector<JsonSign> signs(objects.columns.size(), JsonSign::None);
    for (std::size_t i = 0; i < signs.size(); ++i) {
        const ColumnId id{static_cast<int>(i)};
        const Column& column = objects.columns[i];
        const bool named = column.type.startsWith(jsonWord, Qt::CaseInsensitive);
        if (named || (column.userType && typeShape(catalog, id).family == TypeFamily::Json))
            signs[i] = JsonSign::Type;
        else if (!column.comment.isEmpty() || comments.isStaged(id))
            signs[i] = signOfComment(comments.comment(id));
    }
    for (const Constraint& constraint : objects.constraints) {
        if (constraint.kind != ConstraintKind::Check)
            continue;
        const QString& text =
            constraint.expression.isEmpty() ? constraint.definition : constraint.expression;
        const int first = catalog.firstColumn(constraint.table).index;
        const auto columns = catalog.columnsOf(constraint.table);
        for (const QString& name : jsonColumnsOfCheck(text)) {
            for (std::size_t i = 0; i < columns.size(); ++i) {
                JsonSign& sign = signs[static_cast<std::size_t>(first) + i];
                if (sign != JsonSign::Type &&
                    columns[i].name.compare(name, Qt::CaseInsensitive) == 0)
                    sign = JsonSign::Check;
            }
        }
    }
    return signs;
}

QString jsonSignText(JsonSign sign)
{
    switch (sign) {
    case JsonSign::Check:
        return QStringLiteral("JSON by its CHECK");
    case JsonSign::Note:
        return QStringLiteral("JSON by its note");
    case JsonSign::Comment:
        return QStringLiteral("JSON by its comment");
    case JsonSign::None:
    case JsonSign::Type:
        break;
    }
    return {};
}

} // namespace cadastre
