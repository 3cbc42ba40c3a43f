// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What came of applying a comment file, in words; see applying.h.
#include "app/cli/comments/applying.h"

#include "model/export/single_line.h"

#include <algorithm>
#include <map>

namespace cadastre {

namespace {

constexpr WriteOutcome outcomesInOrder[]{
    WriteOutcome::Written, WriteOutcome::Unchanged, WriteOutcome::Conflict, WriteOutcome::Refused,
    WriteOutcome::Busy,    WriteOutcome::NotTried,  WriteOutcome::Unknown,
};

QString indented(const QString& label, const QString& text)
{
    return QStringLiteral("    %1 %2\n").arg(label, commentOnOneLine(text));
}

QString linesOf(const AppliedComment& comment, bool wasDryRun)
{
    const CommentWrite& write = comment.write;
    const bool wouldBe = wasDryRun && write.outcome == WriteOutcome::Written;
    QString text = wouldBe ? QStringLiteral("to write") : writeOutcomeName(write.outcome);
    text += QStringLiteral(": ") + asSingleLine(comment.name);
    if (!write.reason.isEmpty())
        text += QStringLiteral(": ") + asSingleLine(write.reason);
    if (!write.whoCould.isEmpty())
        text +=
            QStringLiteral(" Could be done by: ") + asSingleLine(write.whoCould) + QLatin1Char('.');
    text += QLatin1Char('\n');
    if (write.outcome == WriteOutcome::Conflict) {
        text += indented(QStringLiteral("was:     "), write.edit.before);
        if (write.theirs)
            text += indented(QStringLiteral("database:"), *write.theirs);
        text += indented(QStringLiteral("file:    "), write.edit.after);
    }
    if (comment.overwritten)
        text += indented(QStringLiteral("overwritten:"), *comment.overwritten);
    return text;
}

} // namespace

QString appliedText(const AppliedFile& file, bool wasDryRun)
{
    QString text;
    std::map<WriteOutcome, int> counts;
    for (const AppliedComment& comment : file.comments) {
        text += linesOf(comment, wasDryRun);
        ++counts[comment.write.outcome];
    }
    QStringList parts;
    for (const WriteOutcome outcome : outcomesInOrder) {
        if (counts[outcome] == 0 && outcome != WriteOutcome::Written)
            continue;
        const bool wouldBe = wasDryRun && outcome == WriteOutcome::Written;
        parts << QStringLiteral("%1 %2")
                     .arg(counts[outcome])
                     .arg(wouldBe ? QStringLiteral("to write") : writeOutcomeName(outcome));
    }
    return QString(text + parts.join(QLatin1String(", ")) + QLatin1Char('\n'));
}

ExitStatus statusOf(const AppliedFile& file)
{
    const auto has = [&](WriteOutcome outcome) {
        return std::ranges::any_of(file.comments, [outcome](const AppliedComment& comment) {
            return comment.write.outcome == outcome;
        });
    };
    if (has(WriteOutcome::Unknown))
        return ExitStatus::NotDone;
    const bool isRest = has(WriteOutcome::Conflict) || has(WriteOutcome::Refused) ||
                        has(WriteOutcome::Busy) || has(WriteOutcome::NotTried);
    return isRest ? ExitStatus::Findings : ExitStatus::Done;
}

} // namespace cadastre
