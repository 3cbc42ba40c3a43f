// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/export/impact_checklist.h"

#include "model/boundaries/impact/impact_words.h"
#include "model/export/markdown_text.h"

#include <algorithm>

namespace cadastre {

namespace {

class ChecklistWriter
{
public:
    ChecklistWriter(const Catalog& catalog, const Boundaries& boundaries,
                    const Ownership& ownership, const Impact& impact)
        : m_catalog(catalog)
        , m_boundaries(boundaries)
        , m_ownership(ownership)
        , m_impact(impact)
    {
    }

    QByteArray write()
    {
        addHead();
        addPeople();
        addOrder();
        addDependents();
        addUnknown();
        return m_text.toUtf8();
    }

private:
    void line(const QString& text) { m_text += text + QLatin1Char('\n'); }
    void heading(const QString& text)
    {
        m_text += QLatin1String("\n## ") + text + QLatin1String("\n\n");
    }
    void item(const QString& text) { line(QString(QStringLiteral("- [ ] ") + text)); }

    [[nodiscard]] QString subject(ObjectRef object) const
    {
        return markdownText(impactSubject(m_catalog, object));
    }

    [[nodiscard]] int outsideCount() const
    {
        return static_cast<int>(std::ranges::count(m_impact.entries, true, &ImpactEntry::outside));
    }

    void addHead()
    {
        line(QString(QStringLiteral("# Change of ") + subject(m_impact.object)));
        line({});
        const auto own = m_ownership.boundaryOf(m_catalog, m_impact.object);
        line(own ? QString(QStringLiteral("It belongs to ") + person(*own) + QLatin1Char('.'))
                 : QStringLiteral("It belongs to nobody."));
        const auto count = static_cast<int>(m_impact.entries.size());
        if (count == 0)
            line(QStringLiteral("Nothing that was read depends on it."));
        else if (count == 1)
            line(QStringLiteral("1 object depends on it, %1 of them outside of its boundary.")
                     .arg(outsideCount()));
        else
            line(QStringLiteral("%1 objects depend on it, %2 of them outside of its boundary.")
                     .arg(count)
                     .arg(outsideCount()));
    }

    /// "billing (team Money, money@example.org)".
    [[nodiscard]] QString person(BoundaryIndex boundary) const
    {
        const QString& name = m_ownership.names[std::size_t(boundary)];
        QStringList who;
        const auto entry = m_boundaries.entries.find(name);
        if (entry != m_boundaries.entries.end()) {
            const Boundary& facts = entry->second;
            for (const QString& text : {facts.owner, facts.contact}) {
                if (!text.isEmpty())
                    who << markdownText(text);
            }
            if (!facts.deployer.isEmpty() && facts.deployer != facts.owner)
                who << QString(QStringLiteral("deployed by ") + markdownText(facts.deployer));
        }
        const QString text = markdownText(name);
        return who.isEmpty() ? text
                             : QStringLiteral("%1 (%2)").arg(text, who.join(QLatin1String(", ")));
    }

    /// Objects of one boundary, or of nobody.
    [[nodiscard]] QStringList objectsOf(std::optional<BoundaryIndex> boundary) const
    {
        QStringList names;
        for (const ImpactEntry& entry : m_impact.entries) {
            if (entry.outside && entry.boundary == boundary)
                names << subject(entry.object);
        }
        return names;
    }

    void addPeople()
    {
        heading(QStringLiteral("Whom to talk to"));
        for (BoundaryIndex boundary : m_impact.toTell)
            item(QString(person(boundary) + QStringLiteral(": ") +
                         objectsOf(boundary).join(QLatin1String(", "))));
        const QStringList nobodys = objectsOf(std::nullopt);
        if (!nobodys.isEmpty())
            item(
                QString(QStringLiteral("Find out who owns: ") + nobodys.join(QLatin1String(", "))));
        else if (m_impact.toTell.empty())
            line(QStringLiteral("Nobody outside of its boundary, as far as was read."));
    }

    void addOrder()
    {
        heading(QStringLiteral("In which order"));
        for (const RolloutStep& step : m_impact.rollout) {
            if (step.action != RolloutStep::Action::Tell)
                item(markdownText(step.sentence));
        }
    }

    void addDependents()
    {
        if (m_impact.entries.empty())
            return;
        heading(QStringLiteral("Who depends on it"));
        line(QStringLiteral("| object | how | of | sure |"));
        line(QStringLiteral("|---|---|---|---|"));
        for (const ImpactEntry& entry : m_impact.entries) {
            const QString how = QString(impactReasonWords(entry.reason) + QLatin1Char(' ') +
                                        subject(entry.through));
            const QString owner =
                entry.boundary ? markdownText(m_ownership.names[std::size_t(*entry.boundary)])
                               : QStringLiteral("nobody");
            line(QStringLiteral("| %1 | %2 | %3 | %4 |")
                     .arg(subject(entry.object), how, owner,
                          entry.certain ? QStringLiteral("yes") : QStringLiteral("perhaps")));
        }
    }

    void addUnknown()
    {
        heading(QStringLiteral("What is not known"));
        line(QStringLiteral("- Programs outside of the database cannot be seen."));
        for (const UnknownUse& unknown : m_impact.unknown)
            line(QString(QStringLiteral("- ") + subject(unknown.user) + QStringLiteral(": ") +
                         markdownText(unknown.why)));
    }

    const Catalog& m_catalog;
    const Boundaries& m_boundaries;
    const Ownership& m_ownership;
    const Impact& m_impact;
    QString m_text;
};

} // namespace

QByteArray impactChecklist(const Catalog& catalog, const Boundaries& boundaries,
                           const Ownership& ownership, const Impact& impact)
{
    return ChecklistWriter(catalog, boundaries, ownership, impact).write();
}

} // namespace cadastre
