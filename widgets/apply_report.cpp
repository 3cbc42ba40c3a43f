// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/apply_report.h"

#include "widgets/difference_html.h"
#include "widgets/target_card.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

struct ReportTexts
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::ReportTexts)
};

/// What needs attention first.
constexpr std::array<WriteOutcome, 7> reportOrder{
    WriteOutcome::Unknown,  WriteOutcome::Conflict, WriteOutcome::Refused,  WriteOutcome::Busy,
    WriteOutcome::NotTried, WriteOutcome::Written,  WriteOutcome::Unchanged};

QString outcomeMeaning(WriteOutcome outcome)
{
    switch (outcome) {
    case WriteOutcome::Unknown:
        return ReportTexts::tr("the connection was lost meanwhile; nobody knows yet whether these "
                               "were written. They stay staged and are looked up when the database "
                               "can be reached again");
    case WriteOutcome::Conflict:
        return ReportTexts::tr(
            "somebody else changed these; nothing was written, they stay staged");
    case WriteOutcome::Refused:
        return ReportTexts::tr("the database or a rule refused these; they stay staged");
    case WriteOutcome::Busy:
        return ReportTexts::tr("somebody holds these objects; nothing was waited for, they stay "
                               "staged");
    case WriteOutcome::NotTried:
        return ReportTexts::tr("stopped before these; they stay staged");
    case WriteOutcome::Written:
        return ReportTexts::tr("they were read back, byte for byte");
    case WriteOutcome::Unchanged:
        return ReportTexts::tr("the database held these texts already");
    }
    Q_UNREACHABLE();
}

QString writeLine(const CommentWrite& write)
{
    QString line = QStringLiteral("  ") % pendingKeyName(write.edit.key);
    if (!write.reason.isEmpty())
        line += QStringLiteral(": ") % write.reason;
    if (!write.whoCould.isEmpty())
        line += QLatin1Char(' ') % ReportTexts::tr("Who could do this: %1.").arg(write.whoCould);
    return withVisibleControls(line);
}

} // namespace

std::map<WriteOutcome, int> outcomeCounts(const std::vector<CommentWrite>& writes)
{
    std::map<WriteOutcome, int> counts;
    for (const CommentWrite& write : writes)
        ++counts[write.outcome];
    return counts;
}

QString outcomeLine(const std::vector<CommentWrite>& writes)
{
    const std::map<WriteOutcome, int> counts = outcomeCounts(writes);
    QStringList parts;
    for (const WriteOutcome outcome :
         {WriteOutcome::Written, WriteOutcome::Unchanged, WriteOutcome::Conflict,
          WriteOutcome::Refused, WriteOutcome::Busy, WriteOutcome::NotTried,
          WriteOutcome::Unknown}) {
        if (const auto found = counts.find(outcome); found != counts.end())
            parts << QString(QLocale().toString(static_cast<qlonglong>(found->second)) %
                             QLatin1Char(' ') % writeOutcomeName(outcome));
    }
    return parts.isEmpty() ? ReportTexts::tr("nothing") : parts.join(QStringLiteral(", "));
}

bool isAllWritten(const ApplyReport& report)
{
    return report.failure.isEmpty() &&
           std::ranges::all_of(report.writes, [](const CommentWrite& write) {
               return write.outcome == WriteOutcome::Written ||
                      write.outcome == WriteOutcome::Unchanged;
           });
}

QString applyReportText(const ApplyReport& report)
{
    QStringList lines;
    lines << (report.afterwards
                  ? ReportTexts::tr("What came of comments whose sending was cut off: %1")
              : report.undo ? ReportTexts::tr("Comments taken back in %1")
                            : ReportTexts::tr("Comments sent to %1"))
                 .arg(withVisibleControls(targetLine(report.target)));
    lines << report.time << QString() << outcomeLine(report.writes);
    if (!report.failure.isEmpty())
        lines << QString() << ReportTexts::tr("Nothing was sent: %1").arg(report.failure);
    for (const QString& warning : report.warnings)
        lines << withVisibleControls(warning);
    for (const WriteOutcome outcome : reportOrder) {
        QStringList section;
        for (const CommentWrite& write : report.writes) {
            if (write.outcome == outcome)
                section << writeLine(write);
        }
        if (section.isEmpty())
            continue;
        section.sort();
        lines << QString()
              << ReportTexts::tr("%1 %2: %3")
                     .arg(QLocale().toString(static_cast<qlonglong>(section.size())),
                          writeOutcomeName(outcome), outcomeMeaning(outcome));
        lines << section;
    }
    return lines.join(QLatin1Char('\n')) % QLatin1Char('\n');
}

} // namespace cadastre
