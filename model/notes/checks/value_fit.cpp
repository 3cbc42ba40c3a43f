// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Values as notes write them: reading their lists, and whether one may be a value of a column's
// type. What CHECKs and enums allow is asked elsewhere.
#include "model/notes/checks/comment_check_parts.h"

#include "model/dialect/value_family.h"
#include "model/relations/structure/value_kinds.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>

namespace cadastre {

namespace {

QString withoutQuotes(const QString& value)
{
    const auto isQuotedBy = [&](QLatin1Char quote) {
        return value.size() >= 2 && value.front() == quote && value.back() == quote;
    };
    return isQuotedBy(QLatin1Char('\'')) || isQuotedBy(QLatin1Char('"'))
               ? value.mid(1, value.size() - 2)
               : value;
}

bool matchesWhole(const QString& value, const QString& pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::CaseInsensitiveOption)
        .match(value)
        .hasMatch();
}

bool isNumberOrRange(const QString& value, bool whole)
{
    const QString number = whole ? QStringLiteral("[-+]?(\\d+|0x[0-9a-f]+)")
                                 : QStringLiteral("[-+]?(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?|NaN|"
                                                  "[-+]?Infinity");
    // people write 1-5, 10+, >100 for many values
    return matchesWhole(
        value, QStringLiteral("[<>]?=?\\s*(%1)(\\s*(-|–|\\.\\.\\.?|to)\\s*(%1))?\\+?").arg(number));
}

bool isMoment(const QString& value)
{
    static const QString words = QStringLiteral("(-?infinity|now|epoch|today|NULL)");
    static const QString date = QStringLiteral("[-+]?\\d{1,6}[-./ ]?\\d{1,2}[-./ ]?\\d{1,4}.*");
    static const QString time = QStringLiteral("\\d{1,2}:\\d{2}.*");
    static const QString year = QStringLiteral("\\d{4}");
    return matchesWhole(value, words) || matchesWhole(value, date) || matchesWhole(value, time) ||
           matchesWhole(value, year);
}

bool isBooleanWord(const QString& value)
{
    return matchesWhole(value, QStringLiteral("t|f|true|false|y|n|yes|no|on|off|0|1"));
}

/// MariaDB's boolean, and what SQLite calls one.
bool isTruthNumber(const QString& type)
{
    return type.startsWith(QLatin1String("tinyint"), Qt::CaseInsensitive) ||
           type.startsWith(QLatin1String("bool"), Qt::CaseInsensitive);
}

/// SQLite keeps anything in a column without STRICT.
bool keepsAnything(const CommentCheckFacts& facts, ColumnId column)
{
    return facts.engineOf(column) == Engine::Sqlite &&
           !facts.catalog()
                .table(facts.catalog().column(column).table)
                .ddl.contains(QLatin1String("STRICT"), Qt::CaseInsensitive);
}

} // namespace

bool fitsColumnType(const CommentCheckFacts& facts, ColumnId column, const QString& value)
{
    const QString type = facts.typeOf(column);
    if (value.isEmpty() || type.endsWith(QLatin1String("[]")) ||
        value.compare(QLatin1String("null"), Qt::CaseInsensitive) == 0)
        return true;
    switch (valueFamily(facts.engineOf(column), type)) {
    case ValueFamily::Integer:
        // also tinyint(1) and SQLite's BOOLEAN
        return isNumberOrRange(value, true) || (isBooleanWord(value) && isTruthNumber(type)) ||
               (keepsAnything(facts, column) && !value.contains(QLatin1Char(' ')));
    case ValueFamily::Number:
        return isNumberOrRange(value, false) || keepsAnything(facts, column);
    case ValueFamily::Uuid:
        return matchesWhole(value, QStringLiteral("\\{?[0-9a-f][0-9a-f-]{6,40}\\}?"));
    case ValueFamily::Moment:
        return isMoment(value) || keepsAnything(facts, column);
    case ValueFamily::Boolean:
        return isBooleanWord(value);
    case ValueFamily::Text: {
        const auto length = declaredLength(type);
        return !length || value.toUcs4().size() <= *length || keepsAnything(facts, column);
    }
    case ValueFamily::Binary:
    case ValueFamily::Other:
        return true;
    }
    Q_UNREACHABLE();
}

std::vector<ValueMeaning> notedValues(const CommentCheckFacts& facts, const CheckedComment& comment,
                                      const QString& tag)
{
    std::vector<ValueMeaning> result;
    const QStringList* allowed = facts.allowedValues(*comment.column);
    for (const TagLine& note : comment.parts.notes) {
        if (note.name != tag)
            continue;
        bool hasMeanings = false;
        for (ValueMeaning value : parseValueList(note.value)) {
            value.value = withoutQuotes(value.value.trimmed());
            const bool isValue = allowed != nullptr && allowed->contains(value.value);
            const bool continuesMeaning = hasMeanings && value.meaning.isEmpty() && !isValue &&
                                          (value.value.contains(QLatin1Char(' ')) ||
                                           !fitsColumnType(facts, *comment.column, value.value));
            hasMeanings = hasMeanings || !value.meaning.isEmpty();
            if (!value.value.isEmpty() && !continuesMeaning)
                result.push_back(std::move(value));
        }
    }
    return result;
}

QString listInWords(const QStringList& values)
{
    constexpr qsizetype shown = 8;
    if (values.size() > shown + 1)
        return QStringLiteral("%1 and %2 more")
            .arg(values.mid(0, shown).join(QLatin1String(", ")))
            .arg(values.size() - shown);
    if (values.size() < 2)
        return values.join(QString());
    return QString(values.mid(0, values.size() - 1).join(QLatin1String(", ")) +
                   QLatin1String(" and ") + values.last());
}

} // namespace cadastre
