// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The weights of polymorphic pairs, in one table each; see the header.
#include "model/relations/structure/polymorphic_evidence.h"

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

/// Log odds of any pair of this form before anything else is known.
double formWeight(PairForm form)
{
    switch (form) {
    case PairForm::SameStem:
        return 0.0;
    case PairForm::NoStem:
        return -2.2;
    case PairForm::TableWord:
        return 0.2;
    case PairForm::ContentType:
        return 3.0;
    case PairForm::Registry:
        return -0.4;
    case PairForm::TwoGeneric:
        return -1.6;
    case PairForm::Bare:
        return -1.0;
    case PairForm::NoIdWord:
        return -2.2;
    }
    Q_UNREACHABLE();
}

double stemWeight(PairStem stem)
{
    switch (stem) {
    case PairStem::Ability:
        return 3.2;
    case PairStem::Generic:
        return 1.8;
    case PairStem::Actor:
        return 1.6;
    case PairStem::Thing:
        return -0.5;
    }
    Q_UNREACHABLE();
}

/// A table of the name of the stem: the type is an attribute of that table's rows then.
constexpr double namesTableWeight = -3.0;
constexpr double genericNamesTableWeight = -2.0; ///< `items` beside item_type: less telling
constexpr double crossNamesTableWeight = -3.5;   ///< `references` beside reference_id and table_id
constexpr double namesOwnTableWeight = -3.5;
constexpr double endsOwnTableWeight = -1.9;
constexpr double endsLikeTableWeight = -1.4;
constexpr double registryWeight = 1.6;
constexpr double indexedTogetherWeight = 2.2;
constexpr double adjacentWeight = 0.3;
constexpr double apartWeight = -0.5;
constexpr double idAloneUniqueWeight = -1.5;
constexpr double typeIsNumberWeight = -0.6;
constexpr double typeIsShortCodeWeight = -0.8;
constexpr double idIsOnlyNumberWeight = -1.5;
constexpr double idFitsNoKeyWeight = -1.2;
constexpr double textFitsNoKeyWeight = -0.7;
constexpr double statedBySqlWeight = 3.0;
constexpr double statedByCommentWeight = 6.0;
constexpr double valuesAreTablesWeight = 2.6;
constexpr double someValuesAreTablesWeight = 0.8;
constexpr double valuesAreNoTablesWeight = -2.4;

QString formSentence(const PairFacts& facts, const PairNames& names)
{
    switch (facts.form) {
    case PairForm::SameStem:
    case PairForm::Bare:
    case PairForm::NoIdWord:
        return QStringLiteral("`%1` stands beside `%2` and is named after the same thing")
            .arg(names.type, names.id);
    case PairForm::NoStem:
        return QStringLiteral("the only id that `%1` can speak of is `%2`")
            .arg(names.type, names.id);
    case PairForm::TableWord:
        return QStringLiteral("`%1` names a table or class, `%2` a row of it")
            .arg(names.type, names.id);
    case PairForm::ContentType:
        return QStringLiteral("`%1` with `%2` is a generic relation as Django makes them")
            .arg(names.type, names.id);
    case PairForm::Registry:
        return QStringLiteral("`%1` chooses an entry of a table of types, `%2` a row")
            .arg(names.type, names.id);
    case PairForm::TwoGeneric:
        return QStringLiteral("`%1` and `%2` both speak of any object").arg(names.type, names.id);
    }
    Q_UNREACHABLE();
}

QString stemSentence(PairStem stem, const PairNames& names)
{
    switch (stem) {
    case PairStem::Ability:
        return QStringLiteral("\"%1\" says what can be done with it, not what it is")
            .arg(names.stem);
    case PairStem::Generic:
        return QStringLiteral("\"%1\" can be anything").arg(names.stem);
    case PairStem::Actor:
        return QStringLiteral("\"%1\" is whoever acts, of any kind").arg(names.stem);
    case PairStem::Thing:
        return QStringLiteral("\"%1\" is a thing of one kind").arg(names.stem);
    }
    Q_UNREACHABLE();
}

class PairEvidence
{
public:
    PairEvidence(const PairFacts& facts, const PairNames& names)
        : m_facts(facts)
        , m_names(names)
    {
    }

    std::vector<Evidence> collect()
    {
        add("polymorphic-name", formWeight(m_facts.form), formSentence(m_facts, m_names));
        if (m_facts.form != PairForm::ContentType)
            add("polymorphic-stem", stemWeight(m_facts.stem), stemSentence(m_facts.stem, m_names));
        addTables();
        addShape();
        addStatements();
        std::stable_sort(m_evidence.begin(), m_evidence.end(),
                         [](const Evidence& a, const Evidence& b) {
                             return std::abs(a.weight) > std::abs(b.weight);
                         });
        return std::move(m_evidence);
    }

private:
    void add(const char* signal, double weight, const QString& sentence)
    {
        m_evidence.push_back({QString::fromLatin1(signal), weight, sentence});
    }

    [[nodiscard]] double namesTableWeightOf() const
    {
        if (m_facts.form == PairForm::Registry || m_facts.form == PairForm::TwoGeneric ||
            m_facts.form == PairForm::NoStem)
            return crossNamesTableWeight;
        return m_facts.stem == PairStem::Thing ? namesTableWeight : genericNamesTableWeight;
    }

    void addTables()
    {
        const bool anything = m_facts.stem != PairStem::Thing;
        if (m_facts.namesOwnTable)
            add("polymorphic-table", namesOwnTableWeight,
                QStringLiteral("the table itself is called \"%1\": both describe its own rows")
                    .arg(m_names.stem));
        else if (m_facts.endsOwnTable)
            add("polymorphic-table", endsOwnTableWeight,
                QStringLiteral("the table itself is a kind of \"%1\"").arg(m_names.stem));
        else if (m_facts.namesTable)
            add("polymorphic-table", namesTableWeightOf(),
                QStringLiteral("there is a table \"%1\", of which the type may be an attribute")
                    .arg(m_names.stem));
        else if (m_facts.endsLikeTable && !anything)
            add("polymorphic-table", endsLikeTableWeight,
                QStringLiteral("a table's name ends with \"%1\"").arg(m_names.stem));
        if (m_facts.registryExists)
            add("polymorphic-registry", registryWeight,
                QStringLiteral("there is a table of types for `%1`").arg(m_names.type));
    }

    void addShape()
    {
        if (m_facts.indexedTogether)
            add("polymorphic-index", indexedTogetherWeight,
                QStringLiteral("one key or index holds `%1` and `%2` side by side")
                    .arg(m_names.type, m_names.id));
        add("polymorphic-place", m_facts.adjacent ? adjacentWeight : apartWeight,
            m_facts.adjacent ? QStringLiteral("the columns are neighbours")
                             : QStringLiteral("other columns stand between them"));
        if (m_facts.idAloneUnique)
            add("polymorphic-unique", idAloneUniqueWeight,
                QStringLiteral("`%1` is unique by itself").arg(m_names.id));
        if (m_facts.typeIsNumber)
            add("polymorphic-type", typeIsNumberWeight,
                QStringLiteral("`%1` is a number, not a name").arg(m_names.type));
        if (m_facts.typeIsShortCode)
            add("polymorphic-type", typeIsShortCodeWeight,
                QStringLiteral("`%1` is too short for the name of a table").arg(m_names.type));
        if (m_facts.idIsOnlyNumber)
            add("polymorphic-name", idIsOnlyNumberWeight,
                QStringLiteral("`%1` need not be an id").arg(m_names.id));
        if (m_facts.idFitsNoKey)
            add("polymorphic-type", m_facts.idIsText ? textFitsNoKeyWeight : idFitsNoKeyWeight,
                QStringLiteral("no key here has the type of `%1`").arg(m_names.id));
    }

    void addStatements()
    {
        if (m_facts.statedByComment)
            add("comment", statedByCommentWeight,
                QStringLiteral("a comment says which table each value of `%1` means")
                    .arg(m_names.type));
        if (m_facts.statedBySql)
            add("sql", statedBySqlWeight,
                QStringLiteral("SQL joins `%1` under a condition on `%2`")
                    .arg(m_names.id, m_names.type));
        if (m_facts.values == 0)
            return;
        const QString counted = QStringLiteral("%1 of %2 known values of `%3` are names of tables")
                                    .arg(QString::number(m_facts.valuesWithTable),
                                         QString::number(m_facts.values), m_names.type);
        const bool most = m_facts.valuesWithTable * 2 > m_facts.values;
        if (m_facts.valuesWithTable > 0)
            add("polymorphic-values", most ? valuesAreTablesWeight : someValuesAreTablesWeight,
                counted);
        else
            add("polymorphic-values", valuesAreNoTablesWeight, counted);
    }

    const PairFacts& m_facts;
    const PairNames& m_names;
    std::vector<Evidence> m_evidence;
};

} // namespace

std::vector<Evidence> pairEvidence(const PairFacts& facts, const PairNames& names)
{
    return PairEvidence(facts, names).collect();
}

double pairConfidence(const std::vector<Evidence>& evidence)
{
    double logOdds = 0;
    for (const Evidence& reason : evidence)
        logOdds += reason.weight;
    return 1 / (1 + std::exp(-logOdds));
}

} // namespace cadastre
