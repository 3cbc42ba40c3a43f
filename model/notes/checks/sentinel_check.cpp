// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Checks @sentinel and @format against the type and CHECK of a column: a sentinel that it cannot
// hold, a format where the type has its own or is too short for it.
#include "model/notes/checks/comment_check_parts.h"

#include "model/dialect/value_family.h"
#include "model/relations/structure/value_kinds.h"

#include <QRegularExpression>

namespace cadastre {

namespace {

/// Whether a format is of letters for date and time and marks between them: as long as what it
/// describes.
bool isMomentFormat(const QString& format)
{
    static const QRegularExpression letters(
        QStringLiteral("^(YYYY|YY|MM|DD|HH|SS|MI|hh|mm|ss|yyyy|yy|dd|[-/. :T])+$"));
    return format.size() >= 4 && letters.match(format).hasMatch();
}

bool hasMarks(const QString& format)
{
    static const QRegularExpression marks(QStringLiteral("[-/. :T]"));
    return format.contains(marks);
}

/// Why a column cannot hold texts of this format; empty when it can.
QString whyFormatDiffers(const CommentCheckFacts& facts, const Column& column, ValueFamily family,
                         const QString& format)
{
    if (family == ValueFamily::Integer && isMomentFormat(format) && hasMarks(format))
        return QStringLiteral("no %1 can look like `%2`").arg(column.type, format);
    const auto length =
        family == ValueFamily::Text ? declaredLength(column.type) : std::optional<int>();
    if (length && isMomentFormat(format) && format.size() > *length &&
        facts.engineOf(column.table) != Engine::Sqlite)
        return QStringLiteral("`%1` has %2 characters, %3 holds %4")
            .arg(format)
            .arg(format.size())
            .arg(column.type)
            .arg(*length);
    return {};
}

} // namespace

void checkSentinels(const CommentCheckFacts& facts, const CheckedComment& comment,
                    CommentProblems& problems)
{
    const QStringList* allowed = facts.allowedValues(*comment.column);
    const Column& column = facts.catalog().column(*comment.column);
    for (const ValueMeaning& sentinel : notedValues(facts, comment, QStringLiteral("sentinel"))) {
        if (!fitsColumnType(facts, *comment.column, sentinel.value))
            problems.add(CommentProblemKind::SentinelDiffers, comment.object,
                         QStringLiteral("`@sentinel` names %1, but no %2 can be that.")
                             .arg(sentinel.value, column.type));
        else if (allowed != nullptr && !allowed->contains(sentinel.value, Qt::CaseInsensitive))
            problems.add(CommentProblemKind::SentinelDiffers, comment.object,
                         QStringLiteral("`@sentinel` names %1, but the column allows only %2.")
                             .arg(sentinel.value, listInWords(*allowed)));
    }
}

void checkFormats(const CommentCheckFacts& facts, const CheckedComment& comment,
                  CommentProblems& problems)
{
    const Column& column = facts.catalog().column(*comment.column);
    const Engine engine = facts.engineOf(comment.object);
    const QString type = facts.typeOf(*comment.column);
    const ValueFamily family = valueFamily(engine, type);
    const bool hasOwnFormat = family == ValueFamily::Moment || family == ValueFamily::Uuid ||
                              family == ValueFamily::Boolean;
    for (const TagLine& note : comment.parts.notes) {
        if (note.name != QLatin1String("format") || note.value.isEmpty())
            continue;
        if (hasOwnFormat && engine != Engine::Sqlite && !type.endsWith(QLatin1String("[]"))) {
            problems.add(CommentProblemKind::FormatDiffers, comment.object,
                         QStringLiteral("`@format %1` stands at a column of type %2, which has a "
                                        "format of its own.")
                             .arg(note.value, column.type));
            continue;
        }
        for (const QString& format : parseFormatList(note.value)) {
            const QString why = whyFormatDiffers(facts, column, family, format.trimmed());
            if (!why.isEmpty())
                problems.add(CommentProblemKind::FormatDiffers, comment.object,
                             QStringLiteral("`@format` cannot be right: %1.").arg(why));
        }
    }
}

} // namespace cadastre
