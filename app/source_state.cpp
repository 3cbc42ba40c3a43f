// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/source_state.h"

#include <QCoreApplication>
#include <QLocale>

namespace cadastre {

namespace {

struct SourceWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::SourceState)
};

} // namespace

QString linkWord(SourceLink link)
{
    switch (link) {
    case SourceLink::Connected:
        return SourceWords::tr("Connected");
    case SourceLink::NotConnected:
        return SourceWords::tr("Not connected");
    case SourceLink::Reconnecting:
        return SourceWords::tr("Reconnecting…");
    case SourceLink::File:
        return SourceWords::tr("File");
    case SourceLink::Snapshot:
        return SourceWords::tr("Snapshot");
    }
    return {};
}

QString linkIcon(SourceLink link)
{
    switch (link) {
    case SourceLink::Connected:
        return QStringLiteral("connected");
    case SourceLink::NotConnected:
        return QStringLiteral("not-connected");
    case SourceLink::Reconnecting:
        return QStringLiteral("refresh");
    case SourceLink::File:
    case SourceLink::Snapshot:
        return QStringLiteral("file");
    }
    return {};
}

QString linkExplanation(const QString& sourceName, const SourceState& state)
{
    const QLocale locale;
    const QString since = state.since.date() == QDate::currentDate()
                              ? locale.toString(state.since.time(), QLocale::ShortFormat)
                              : locale.toString(state.since, QLocale::ShortFormat);
    switch (state.link) {
    case SourceLink::Connected:
        return SourceWords::tr("%1 answered at %2.").arg(sourceName, since);
    case SourceLink::NotConnected:
        return SourceWords::tr(
                   "%1 has not answered since %2: %3 What was read stays, and nothing that "
                   "you staged or changed is lost.")
            .arg(sourceName, since, state.reason);
    case SourceLink::Reconnecting:
        return SourceWords::tr("%1 is asked again.").arg(sourceName);
    case SourceLink::File:
        return SourceWords::tr("%1 is a file of this machine.").arg(sourceName);
    case SourceLink::Snapshot:
        return SourceWords::tr("%1 is a snapshot: the database that it was made of is never asked.")
            .arg(sourceName);
    }
    return {};
}

} // namespace cadastre
