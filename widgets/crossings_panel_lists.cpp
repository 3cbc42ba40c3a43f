// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the lists of findings, flows and rules say, and what a person does there.
#include "widgets/boundary_facts_text.h"
#include "widgets/crossings_panel.h"
#include "widgets/fact_list_page.h"
#include "widgets/icons.h"
#include "widgets/object_icons.h"

#include <QLocale>
#include <QMenu>
#include <QPushButton>

#include <map>

namespace cadastre {

namespace {

QIcon severityIcon(BoundarySeverity severity)
{
    switch (severity) {
    case BoundarySeverity::Warning:
        return themedIcon(QStringLiteral("warning"), IconTone::Warning);
    case BoundarySeverity::Unknown:
        return themedIcon(QStringLiteral("question"));
    case BoundarySeverity::Note:
        return themedIcon(QStringLiteral("info"));
    }
    Q_UNREACHABLE();
}

/// "contract-unused-column" as a heading.
QString ruleHeading(const QString& rule)
{
    QString text = rule;
    text.replace(QLatin1Char('-'), QLatin1Char(' '));
    return text.isEmpty() ? text : QString(text.at(0).toUpper() % text.mid(1));
}

QString ruleText(const RuleKey& key)
{
    const auto end = [](const QString& name) {
        return name == QLatin1String("*") ? CrossingsPanel::tr("any") : name;
    };
    return QString(end(key.from) % QStringLiteral(" → ") % end(key.to) % QStringLiteral(": ") %
                   (key.kind ? crossingKindTitle(*key.kind) : CrossingsPanel::tr("every kind")));
}

QString effectText(const Rule& rule)
{
    QString text = rule.effect == RuleEffect::Allow ? CrossingsPanel::tr("allowed")
                                                    : CrossingsPanel::tr("forbidden");
    if (rule.until)
        text += CrossingsPanel::tr(" until %1")
                    .arg(QLocale().toString(*rule.until, QLocale::ShortFormat));
    return text;
}

} // namespace

void CrossingsPanel::setUpFindings()
{
    m_findings->setEmpty(QStringLiteral("check"), tr("No findings"),
                         tr("Contracts, rights and definitions that somebody should look at are "
                            "listed here."));
    connect(m_findings, &FactListPage::objectActivated, this, &CrossingsPanel::objectActivated);
    connect(m_findings, &FactListPage::rowSelected, this, [this](int row) {
        const auto& object = m_state->check.findings[static_cast<std::size_t>(row)].object;
        if (object)
            Q_EMIT objectActivated(*object);
    });
}

void CrossingsPanel::fillFindings()
{
    const BoundaryStatePointer state = m_state;
    const auto& findings = state->check.findings;
    std::vector<GroupedModel::Group> groups;
    std::map<QString, std::size_t> places;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const auto [place, isNew] = places.emplace(findings[i].rule, groups.size());
        if (isNew)
            groups.push_back(
                {ruleHeading(findings[i].rule), {}, severityIcon(findings[i].severity), {}, {}});
        groups[place->second].rows.push_back(static_cast<int>(i));
    }
    for (GroupedModel::Group& group : groups)
        group.quiet = QLocale().toString(static_cast<qlonglong>(group.rows.size()));
    const auto data = [state](int row, int role) -> QVariant {
        const BoundaryFinding& finding = state->check.findings[static_cast<std::size_t>(row)];
        switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return finding.sentence;
        case Qt::ToolTipRole:
            return QString(finding.sentence % QLatin1Char('\n') % finding.suggestion).trimmed();
        case Qt::DecorationRole:
            return finding.object ? objectIcon(*state->catalog, *finding.object)
                                  : severityIcon(finding.severity);
        default:
            return {};
        }
    };
    m_findings->setContents({std::move(groups), data, [state](int row) {
                                 return describeFinding(
                                     *state, state->check.findings[static_cast<std::size_t>(row)]);
                             }});
}

void CrossingsPanel::setUpFlows()
{
    const QString fresh = tr("&New flow…");
    const QString hint = tr("Tables that must commit together, named: select them in the diagram, "
                            "then make a flow of them");
    m_flows->setEmpty(QStringLiteral("flow"), tr("No flows yet"), hint, fresh);
    connect(m_flows, &FactListPage::emptyActionTriggered, this, &CrossingsPanel::flowRequested);
    connect(m_flows->addButton(QStringLiteral("add"), fresh, hint, false), &QPushButton::clicked,
            this, &CrossingsPanel::flowRequested);
    connect(m_flows->addButton(QStringLiteral("close"), tr("&Remove"),
                               tr("Remove the flow (Delete); its tables stay"), true),
            &QPushButton::clicked, this, &CrossingsPanel::removeFlows);
    connect(m_flows, &FactListPage::removeRequested, this, &CrossingsPanel::removeFlows);
    connect(m_flows, &FactListPage::objectActivated, this, &CrossingsPanel::objectActivated);
    connect(m_flows, &FactListPage::rowSelected, this, [this](int row) {
        Q_EMIT flowSelected(m_state->check.flows[static_cast<std::size_t>(row)].tables);
    });
}

void CrossingsPanel::fillFlows()
{
    const BoundaryStatePointer state = m_state;
    GroupedModel::Group broken{
        tr("Not in one database"), {}, severityIcon(BoundarySeverity::Warning), {}, {}};
    GroupedModel::Group sound{tr("In one database"), {}, {}, {}, {}};
    for (std::size_t i = 0; i < state->check.flows.size(); ++i)
        (state->check.flows[i].oneDatabase ? sound : broken).rows.push_back(static_cast<int>(i));
    std::vector<GroupedModel::Group> groups;
    for (GroupedModel::Group& group : std::vector{broken, sound}) {
        if (!group.rows.empty())
            groups.push_back(std::move(group));
    }
    const auto data = [state](int row, int role) -> QVariant {
        const FlowCheck& flow = state->check.flows[static_cast<std::size_t>(row)];
        switch (role) {
        case Qt::DisplayRole:
            return flow.flow;
        case GroupedModel::QuietTextRole:
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return flow.sentence;
        default:
            return {};
        }
    };
    m_flows->setContents({std::move(groups), data, [state](int row) {
                              return describeFlow(
                                  *state, state->check.flows[static_cast<std::size_t>(row)]);
                          }});
}

void CrossingsPanel::removeFlows()
{
    QStringList names;
    for (const int row : m_flows->selectedRows())
        names << m_state->check.flows[static_cast<std::size_t>(row)].flow;
    if (names.isEmpty())
        return;
    BoundaryEdit edit;
    edit.name = tr("Remove the flow %1").arg(names.join(QStringLiteral(", ")));
    edit.apply = [names](const Boundaries& before) -> Result<Boundaries> {
        Boundaries after = before;
        for (const QString& name : names)
            after.flows.erase(name);
        return after;
    };
    Q_EMIT editRequested(edit);
}

void CrossingsPanel::setUpRules()
{
    const QString fresh = tr("&New rule…");
    const QString hint = tr("Without a rule, contracts may be read in the same database, and "
                            "everything else is to be decided");
    m_rules->setEmpty(QStringLiteral("rule"), tr("No rules yet"), hint, fresh);
    connect(m_rules, &FactListPage::emptyActionTriggered, this, &CrossingsPanel::askNewRule);
    connect(m_rules->addButton(QStringLiteral("add"), fresh, hint, false), &QPushButton::clicked,
            this, &CrossingsPanel::askNewRule);
    connect(m_rules->addButton(QStringLiteral("draw"), tr("&Edit…"),
                               tr("Change the rule (Enter or double click)"), true),
            &QPushButton::clicked, this, [this] {
                if (const auto rows = m_rules->selectedRows(); !rows.empty())
                    editRule(rows.front());
            });
    connect(m_rules->addButton(QStringLiteral("close"), tr("&Remove"),
                               tr("Remove the rule (Delete)"), true),
            &QPushButton::clicked, this, &CrossingsPanel::removeRules);
    connect(m_rules, &FactListPage::removeRequested, this, &CrossingsPanel::removeRules);
    connect(m_rules, &FactListPage::rowActivated, this, &CrossingsPanel::editRule);
}

RuleKey CrossingsPanel::ruleAt(int row) const
{
    return std::next(m_state->boundaries.rules.begin(), row)->first;
}

void CrossingsPanel::fillRules()
{
    const auto rules = std::make_shared<const std::vector<std::pair<RuleKey, Rule>>>(
        m_state->boundaries.rules.begin(), m_state->boundaries.rules.end());
    GroupedModel::Group forbidden{tr("Forbidden"), {}, {}, {}, {}};
    GroupedModel::Group allowed{tr("Allowed"), {}, {}, {}, {}};
    for (std::size_t i = 0; i < rules->size(); ++i)
        ((*rules)[i].second.effect == RuleEffect::Allow ? allowed : forbidden)
            .rows.push_back(static_cast<int>(i));
    std::vector<GroupedModel::Group> groups;
    for (GroupedModel::Group& group : std::vector{forbidden, allowed}) {
        if (!group.rows.empty())
            groups.push_back(std::move(group));
    }
    const auto data = [rules](int row, int role) -> QVariant {
        const auto& [key, rule] = (*rules)[static_cast<std::size_t>(row)];
        switch (role) {
        case Qt::DisplayRole:
            return ruleText(key);
        case GroupedModel::QuietTextRole:
            return QString(effectText(rule) % (rule.reason.isEmpty()
                                                   ? QString()
                                                   : QString(QStringLiteral(" · ") % rule.reason)));
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return QString(ruleText(key) % QStringLiteral(", ") % effectText(rule) %
                           QLatin1Char('\n') % rule.reason)
                .trimmed();
        default:
            return {};
        }
    };
    m_rules->setContents(
        {std::move(groups), data, [rules](int row) {
             const auto& [key, rule] = (*rules)[static_cast<std::size_t>(row)];
             ObjectDescription description;
             description.sections = {{ruleText(key), {{{}, effectText(rule), {}, {}, {}}}}};
             if (!rule.reason.isEmpty())
                 description.sections.front().rows.push_back(
                     {tr("Reason"), rule.reason, {}, {}, {}});
             return description;
         }});
}

void CrossingsPanel::editRule(int row)
{
    askRule(ruleAt(row));
}

void CrossingsPanel::removeRules()
{
    std::vector<RuleKey> keys;
    for (const int row : m_rules->selectedRows())
        keys.push_back(ruleAt(row));
    if (!keys.empty())
        Q_EMIT editRequested(removeRulesEdit(std::move(keys)));
}

} // namespace cadastre
