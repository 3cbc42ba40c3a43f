// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre boundaries may-go: private objects and columns that nothing in the database uses.
#include "app/cli/boundaries/action.h"
#include "app/cli/console.h"
#include "model/boundaries/impact/impact.h"
#include "model/export/single_line.h"

#include <QHash>

namespace cadastre {

namespace {

std::vector<OptionSpec> mayGoOptions()
{
    return boundariesOptions({{QStringLiteral("--format"), QStringLiteral("FORMAT"),
                               QStringLiteral("text (default) or tsv")}});
}

/// What could not be known is mostly the same for all, and then said once.
QString unknownLines(const std::vector<MayGo>& candidates)
{
    QStringList lines;
    for (const MayGo& candidate : candidates) {
        for (const QString& unknown : candidate.unknown) {
            if (!lines.contains(unknown))
                lines << unknown;
        }
    }
    QString text;
    for (const QString& line : lines)
        text += QStringLiteral("not known: ") + asSingleLine(line) + QLatin1Char('\n');
    return text;
}

/// Below each reason the objects that it holds for.
QString mayGoText(const Catalog& catalog, const std::vector<MayGo>& candidates)
{
    QStringList reasons; // in the order in which they come
    QHash<QString, QString> lines;
    for (const MayGo& candidate : candidates) {
        if (!lines.contains(candidate.sentence))
            reasons << candidate.sentence;
        lines[candidate.sentence] +=
            asSingleLine(QString(QStringLiteral("  ") + catalog.displayName(candidate.object))) +
            QLatin1Char('\n');
    }
    QString text;
    for (const QString& reason : reasons)
        text += asSingleLine(reason) + QLatin1Char('\n') + lines.value(reason);
    return text + unknownLines(candidates);
}

QString mayGoTsv(const Catalog& catalog, const std::vector<MayGo>& candidates)
{
    QString text = QStringLiteral("object\treason\tunknown\n");
    for (const MayGo& candidate : candidates)
        text += QStringList{tsvField(catalog.displayName(candidate.object)),
                            tsvField(candidate.sentence),
                            tsvField(candidate.unknown.join(QLatin1Char(' ')))}
                    .join(QLatin1Char('\t')) +
                QLatin1Char('\n');
    return text;
}

Result<ExitStatus> printMayGo(const Arguments& arguments, Timings& timings)
{
    const Result<QString> format =
        boundariesFormat(arguments, {QStringLiteral("text"), QStringLiteral("tsv")});
    if (!format)
        return format.error();
    const Result<BoundariesInput> input = boundariesInput(arguments, timings);
    if (!input)
        return input.error();
    const std::vector<MayGo> candidates = mayGo(input->facts());
    timings.finish(QStringLiteral("may-go"));
    const QString text = *format == QLatin1String("tsv") ? mayGoTsv(input->catalog(), candidates)
                                                         : mayGoText(input->catalog(), candidates);
    const Result<Nothing> written = writeOutput(boundariesFile(arguments), text.toUtf8());
    if (!written)
        return written.error();
    return candidates.empty() ? ExitStatus::Done : ExitStatus::Findings;
}

} // namespace

BoundariesAction mayGoAction()
{
    return {QStringLiteral("may-go"),
            QStringLiteral("private objects that nothing in the database uses"), mayGoOptions(),
            [](const QStringList& words) { return runTimed(words, mayGoOptions(), printMayGo); }};
}

} // namespace cadastre
