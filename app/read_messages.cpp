// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/read_messages.h"

#include <QCoreApplication>
#include <QLocale>

namespace cadastre {

namespace {

struct ReadWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::ReadMessages)
};

QString kindWords(CatalogKind kind)
{
    return catalogKindName(kind).replace(QLatin1Char('_'), QLatin1Char(' '));
}

bool isIncomplete(const KindReport& report)
{
    return report.state == ReadState::PartlyRead || report.state == ReadState::NotRead;
}

QString detailOf(const Source& source, const KindReport& report)
{
    const QString state = report.state == ReadState::NotRead ? ReadWords::tr("not read")
                                                             : ReadWords::tr("partly read");
    QString text = QStringLiteral("%1 · %2: %3. %4")
                       .arg(source.name, kindWords(report.kind), state, report.reason);
    for (const QString& object : report.missingObjects)
        text += QStringLiteral("\n    ") + object;
    return text;
}

} // namespace

std::optional<Message> partlyReadMessage(const Catalog& catalog)
{
    QStringList kinds;
    QStringList details;
    for (const Source& source : catalog.objects().sources) {
        for (const KindReport& report : source.kinds) {
            if (!isIncomplete(report))
                continue;
            if (!kinds.contains(kindWords(report.kind)))
                kinds << kindWords(report.kind);
            details << detailOf(source, report);
        }
    }
    if (kinds.isEmpty())
        return std::nullopt;
    return Message{MessageTopic::PartlyRead,
                   MessageLevel::Warning,
                   ReadWords::tr("Not everything could be read: %1. What is missing is marked; the "
                                 "rest is complete.")
                       .arg(kinds.join(QStringLiteral(", "))),
                   details.join(QLatin1Char('\n')),
                   {}};
}

std::optional<Message> changedMessage(const Catalog& catalog)
{
    QStringList names;
    for (const Source& source : catalog.objects().sources) {
        if (source.changedWhileReading)
            names << source.name;
    }
    if (names.isEmpty())
        return std::nullopt;
    return Message{
        MessageTopic::Changed,
        MessageLevel::Info,
        ReadWords::tr("%1 changed while it was being read, so parts may be from different "
                      "moments.")
            .arg(names.join(QStringLiteral(", "))),
        {},
        ReadWords::tr("Read again")};
}

std::optional<Message> sidecarMessage(const std::vector<LoadedSource>& sources)
{
    QStringList problems;
    for (const LoadedSource& source : sources)
        problems += source.sidecarProblems;
    if (problems.isEmpty())
        return std::nullopt;
    return Message{
        MessageTopic::Sidecar,
        MessageLevel::Warning,
        problems.size() == 1
            ? problems.front()
            : ReadWords::tr("%Ln comments of files beside the database could not be used; "
                            "the files stay as they are.",
                            nullptr, static_cast<int>(problems.size())),
        problems.size() == 1 ? QString() : problems.join(QLatin1Char('\n')),
        {}};
}

Message failedMessage(const std::vector<FailedSource>& failed)
{
    Q_ASSERT(!failed.empty());
    QStringList details;
    for (const FailedSource& source : failed) {
        QString text = source.request.address.displayText();
        if (failed.size() > 1)
            text += QStringLiteral(": ") + source.error.message;
        if (!source.error.detail.isEmpty())
            text += QLatin1Char('\n') + source.error.detail;
        details << text;
    }
    const QString sentence = failed.size() == 1
                                 ? failed.front().error.message
                                 : ReadWords::tr("%Ln databases could not be opened.", nullptr,
                                                 static_cast<int>(failed.size()));
    return {
        MessageTopic::Failed, MessageLevel::Error, sentence, details.join(QLatin1Char('\n')), {}};
}

std::optional<Message> layoutMessage(const DiagramGraph& graph, const DiagramLayout& layout)
{
    if (layout.fallbackGroups.empty())
        return std::nullopt;
    QStringList names;
    for (const int group : layout.fallbackGroups)
        names << graph.groups[static_cast<std::size_t>(group)].name;
    return Message{MessageTopic::Layout, MessageLevel::Info,
                   ReadWords::tr("Groups that could not be laid out in time stand in a grid: %1.")
                       .arg(names.size()),
                   names.join(QLatin1Char('\n')), ReadWords::tr("Try again")};
}

QString omissionsText(const Catalog& catalog)
{
    QStringList parts;
    for (const Source& source : catalog.objects().sources) {
        for (const Omission& omission : source.omissions) {
            if (omission.count > 0)
                parts << QStringLiteral("%1: %2").arg(omission.what,
                                                      QLocale().toString(omission.count));
        }
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace cadastre
