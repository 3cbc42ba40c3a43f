// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Each piece of evidence has a strength of its own; the confidence is the chance that one of them
// is right, their weights the shares of the strengths. See the header.
#include "model/boundaries/suggest/evidence.h"

#include "model/relations/count_text.h"

#include <algorithm>

namespace cadastre::suggest {

namespace {

constexpr double ofNote = 0.95;
constexpr double ofSchema = 0.85;
constexpr double ofRole = 0.6;
constexpr double ofWriters = 0.4;
constexpr double ofFolding = 0.9;
constexpr double ofBeginning = 0.8;
constexpr double ofWord = 0.5;
constexpr double ofRelationships = 0.7;
constexpr double ofUses = 0.5;
constexpr double fewOwnLinks = 0.3; ///< weight of links below which their share says less

QString quotedName(const QString& name)
{
    return QString(QLatin1Char('`') + name + QLatin1Char('`'));
}

class EvidenceCollector
{
public:
    EvidenceCollector(const Facts& facts, const GroupNames& names, int position)
        : m_facts(facts)
        , m_names(names)
        , m_position(position)
    {
    }

    ProposedMember member()
    {
        addLabel();
        addNames();
        addLinks(false);
        addLinks(true);
        addWriters();
        return finished(m_facts.scope.tables[m_position], std::move(m_evidence));
    }

    static ProposedMember finished(TableId table, std::vector<BoundaryEvidence> evidence)
    {
        double doubt = 1;
        double sum = 0;
        for (const BoundaryEvidence& one : evidence) {
            doubt *= 1 - one.weight;
            sum += one.weight;
        }
        for (BoundaryEvidence& one : evidence)
            one.weight /= sum;
        std::ranges::stable_sort(evidence, std::ranges::greater(), &BoundaryEvidence::weight);
        return {table, 1 - doubt, std::move(evidence)};
    }

private:
    const std::vector<int>& group() const { return m_facts.groups[m_facts.groupOf[m_position]]; }
    int others() const { return m_names.size - 1; }

    void add(const char* signal, double strength, const QString& sentence)
    {
        if (strength > 0)
            m_evidence.push_back({QString::fromLatin1(signal), strength, sentence});
    }

    void addLabel()
    {
        const int index = m_facts.labels.ofPositions[m_position];
        if (index < 0)
            return;
        const Label& label = m_facts.labels.labels[index];
        const QString name = quotedName(label.name);
        switch (label.kind) {
        case LabelKind::Note:
            return add("comment", ofNote,
                       QStringLiteral("Its comment says `@owner %1`.").arg(label.name));
        case LabelKind::Schema:
            return add("schema", ofSchema, QStringLiteral("It is in schema %1.").arg(name));
        case LabelKind::Database:
            return add("schema", ofSchema, QStringLiteral("It is in database %1.").arg(name));
        case LabelKind::Role:
            return add("owner", ofRole, QStringLiteral("Role %1 owns it.").arg(name));
        }
    }

    void addNames()
    {
        const SharedName beginning = sharedBeginning(m_facts, m_names, m_position);
        if (beginning.feature >= 0)
            add("prefix", ofBeginning * beginning.worth, beginningSentence(beginning));
        const SharedName word = sharedWord(m_facts, m_names, m_position, beginning.length);
        if (word.feature < 0)
            return;
        add("words", ofWord * word.worth,
            QStringLiteral("Its name has the word %1, as %2.")
                .arg(quotedName(m_facts.names.texts[word.feature]), othersText(word.shared - 1)));
    }

    /// "4 of the 5 others here"
    QString othersText(int count) const
    {
        if (others() == 1)
            return QStringLiteral("the other one here");
        if (count == others())
            return QStringLiteral("all others here");
        return QStringLiteral("%1 of the %2 others here")
            .arg(groupedDigits(count), groupedDigits(others()));
    }

    QString beginningSentence(const SharedName& beginning) const
    {
        std::vector<int> having;
        std::ranges::set_intersection(group(), m_facts.names.ofBeginnings.tables[beginning.feature],
                                      std::back_inserter(having));
        const QString text = commonBeginning(m_facts, having);
        if (!text.isEmpty())
            return QStringLiteral("Its name begins with %1, as %2.")
                .arg(quotedName(text), othersText(beginning.shared - 1));
        const int word = m_facts.names.words[m_position][beginning.length - 1];
        return QStringLiteral("Its name is about %1, as %2.")
            .arg(quotedName(m_facts.names.texts[word]), othersText(beginning.shared - 1));
    }

    /// Relationships, or uses by views, triggers and routines.
    void addLinks(bool byUse)
    {
        double all = 0;
        double inside = 0;
        double strongest = 0;
        int insideCount = 0;
        int count = 0;
        int partner = -1;
        for (const int index : m_facts.linksOf[m_position]) {
            const Link& link = m_facts.links[index];
            all += link.weight;
            if (link.byUse != byUse)
                continue;
            const int other = link.from == m_position ? link.to : link.from;
            ++count;
            if (m_facts.groupOf[other] != m_facts.groupOf[m_position])
                continue;
            ++insideCount;
            inside += link.weight;
            if (link.weight > strongest) {
                strongest = link.weight;
                partner = other;
            }
        }
        if (partner < 0)
            return;
        const double share = inside / (all + fewOwnLinks);
        if (byUse)
            add("uses", ofUses * share,
                QStringLiteral("Views, triggers or routines tie it to %1, which is here.")
                    .arg(m_facts.nameOf(partner)));
        else
            add("community", ofRelationships * share,
                relationshipSentence(insideCount, count, partner));
    }

    QString relationshipSentence(int inside, int count, int partner) const
    {
        if (count == 1)
            return QStringLiteral("The only table it is related to is %1, which is here.")
                .arg(m_facts.nameOf(partner));
        return QStringLiteral("%1 of the %2 tables it is related to %3 here, for example %4.")
            .arg(groupedDigits(inside), groupedDigits(count),
                 inside == 1 ? QStringLiteral("is") : QStringLiteral("are"),
                 m_facts.nameOf(partner));
    }

    void addWriters()
    {
        const int number = m_facts.writers.groups[m_position];
        if (number < 0)
            return;
        int same = -1;
        for (const int position : group())
            same += m_facts.writers.groups[position] == number ? 1 : 0;
        if (same < 1)
            return;
        add("grants", ofWriters * same / others(),
            QStringLiteral("Of the roles that do not write everything only %1 may write it, as "
                           "with %2.")
                .arg(m_facts.writers.names[number], othersText(same)));
    }

    const Facts& m_facts;
    const GroupNames& m_names;
    int m_position;
    std::vector<BoundaryEvidence> m_evidence;
};

} // namespace

ProposedMember memberOf(const Facts& facts, const GroupNames& names, int position)
{
    return EvidenceCollector(facts, names, position).member();
}

ProposedMember foldedMember(const Facts& facts, TableId table)
{
    const QString kind = tableFamilyRuleName(*facts.scope.folded[table.index]);
    const QString sentence = QStringLiteral("It goes with %1 (%2).")
                                 .arg(facts.nameOf(facts.scope.positions[table.index]), kind);
    return EvidenceCollector::finished(table, {{QStringLiteral("words"), ofFolding, sentence}});
}

} // namespace cadastre::suggest
