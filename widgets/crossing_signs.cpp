// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/crossing_signs.h"

#include "widgets/icons.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace cadastre {

namespace {

struct SignWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::CrossingSigns)
};

} // namespace

QString crossingKindSign(CrossingKind kind)
{
    static const QString signs = QStringLiteral("FCLRVWXGATP");
    return signs.mid(static_cast<int>(kind), 1);
}

QString crossingSignLegend(const std::vector<int>& byKind)
{
    QStringList parts;
    for (std::size_t i = 0; i < byKind.size(); ++i) {
        const auto kind = static_cast<CrossingKind>(i);
        if (byKind[i] > 0)
            parts << crossingKindSign(kind) % QLatin1Char(' ') % crossingKindTitle(kind);
    }
    return parts.join(QStringLiteral(" · "));
}

QString crossingSignCounts(const std::vector<int>& byKind)
{
    const QLocale locale;
    QStringList parts;
    for (std::size_t i = 0; i < byKind.size(); ++i) {
        if (byKind[i] > 0)
            parts << crossingKindSign(static_cast<CrossingKind>(i)) % locale.toString(byKind[i]);
    }
    return parts.join(QLatin1Char(' '));
}

QIcon crossingStateIcon(CrossingState state)
{
    switch (state) {
    case CrossingState::Allowed:
        return themedIcon(QStringLiteral("check"), IconTone::Success);
    case CrossingState::Counted:
        return themedIcon(QStringLiteral("relationships"));
    case CrossingState::Note:
        return themedIcon(QStringLiteral("info"));
    case CrossingState::Decided:
        return themedIcon(QStringLiteral("check"), IconTone::Accent);
    case CrossingState::Known:
        return themedIcon(QStringLiteral("save"));
    case CrossingState::Undecided:
        return themedIcon(QStringLiteral("question"), IconTone::Warning);
    case CrossingState::Expired:
        return themedIcon(QStringLiteral("warning"), IconTone::Warning);
    case CrossingState::Forbidden:
        return themedIcon(QStringLiteral("error"), IconTone::Error);
    }
    Q_UNREACHABLE();
}

QString crossingChoiceCost(CrossingChoice choice)
{
    switch (choice) {
    case CrossingChoice::Keep:
        return SignWords::tr("Nothing to build. Both owners have to agree on every change; say "
                             "until when.");
    case CrossingChoice::ServiceCall:
        return SignWords::tr("Planned: a clear owner; costs latency, and fails with the other "
                             "side. Until then it counts as decided.");
    case CrossingChoice::Replica:
        return SignWords::tr("Planned: local reads that work when the other side is down; data "
                             "arrives later. Until then it counts as decided.");
    case CrossingChoice::ContractView:
        return SignWords::tr("Planned: low latency, little to build; the databases stay coupled. "
                             "Until then it counts as decided.");
    case CrossingChoice::MergeBoundaries:
        return SignWords::tr("Planned: one team owns both, nothing crosses any more. Until they "
                             "are merged in the panel “Boundaries” it counts as decided.");
    }
    Q_UNREACHABLE();
}

} // namespace cadastre
