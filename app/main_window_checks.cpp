// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Checking relationships with data and exporting decided ones, from the main window. Nothing reads
// a row before a person said so.
#include "app/data_check_flow.h"
#include "app/main_window.h"
#include "app/relation_export_flow.h"
#include "app/relation_summary_flow.h"
#include "widgets/activity_bar.h"
#include "widgets/review_panel.h"

#include <QAction>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace cadastre {

namespace {

/// The databases whose rows would be read.
QStringList databasesOf(const std::vector<Relationship>& relationships,
                        const std::vector<LoadedSource>& sources, const Catalog& catalog)
{
    QStringList names;
    for (const Relationship& relationship : relationships) {
        const int source = catalog.sourceOf(relationship.child).index;
        const QString name =
            sources[static_cast<std::size_t>(source)].request.address.displayText();
        if (!names.contains(name))
            names << name;
    }
    return names;
}

QString relationshipCount(int count)
{
    return MainWindow::tr("%Ln relationships", nullptr, static_cast<int>(count));
}

QString whatIsRead(const VerifyOptions& options)
{
    const QLocale locale;
    return MainWindow::tr(
               "Tables of up to %1 rows are looked at whole, of larger ones about %2 rows. Values "
               "are compared by the server; counts and at most five example values are kept in "
               "memory until the program ends. Nothing is written, and each query is given up "
               "after %3 seconds.")
        .arg(locale.toString(options.wholeRows), locale.toString(options.sampleRows),
             locale.toString(options.statementTimeoutMs / 1000));
}

} // namespace

void MainWindow::connectChecks()
{
    connect(m_checks, &DataCheckFlow::started, m_activity, [this](int count) {
        m_activity->begin(tr("Checking %1 with data…").arg(relationshipCount(count)));
    });
    connect(m_checks, &DataCheckFlow::progress, m_activity,
            [this](const QString& what, int done, int total) {
                m_activity->setProgress(tr("Checking %1").arg(what), done, total);
            });
    connect(m_checks, &DataCheckFlow::finished, this, [this](int checked, int notChecked) {
        m_activity->end();
        const QLocale locale;
        QString text =
            tr("Checked %1: %2 clean")
                .arg(relationshipCount(checked), locale.toString(checked - m_checks->orphaned()));
        if (m_checks->orphaned() > 0)
            text += tr(", %1 with %2")
                        .arg(locale.toString(m_checks->orphaned()),
                             tr("%Ln orphans", nullptr, static_cast<int>(m_checks->orphans())));
        text += QLatin1Char('.');
        if (checked == 0)
            text = tr("Nothing was checked.");
        if (notChecked > 0)
            text += tr(" %1 could not be checked; the reason is listed with each.")
                        .arg(locale.toString(notChecked));
        showMessage({MessageTopic::Relationships,
                     notChecked > 0 ? MessageLevel::Warning : MessageLevel::Info,
                     text,
                     {},
                     {}});
    });
    connect(m_checks, &DataCheckFlow::failed, this, [this](const Error& error) {
        m_activity->end();
        showMessage(
            {MessageTopic::Relationships, MessageLevel::Error, error.message, error.detail, {}});
    });
    connect(m_checks, &DataCheckFlow::cancelled, m_activity, &ActivityBar::end);
    connect(m_activity, &ActivityBar::cancelRequested, m_checks, &DataCheckFlow::cancel);
    connect(m_checks, &DataCheckFlow::resultsChanged, this, [this] {
        const auto finish = [this](const Catalog& catalog, std::vector<Relationship> all) {
            return m_checks->withResults(catalog, std::move(all));
        };
        m_relations->setFinish(m_checks->hasResults() ? RelationFlow::Finish(finish)
                                                      : RelationFlow::Finish());
        m_review->setVerifications(describeOptions().verifications);
        m_relations->inferAgain();
    });
    connect(m_actions.checkWithData, &QAction::triggered, this, [this] {
        if (m_review != nullptr)
            checkWithData(m_review->currentRelationships());
    });
    connect(m_relationExport, &RelationExportFlow::message, this, &MainWindow::showMessage);
    connect(m_actions.relationSummary, &QAction::triggered, this, [this] {
        m_relationSummary->show(m_sources.facts(), describeOptions().minimumConfidence,
                                m_checks->lookup(m_sources.facts().catalog));
    });
    connect(m_actions.exportDecided, &QAction::triggered, this, &MainWindow::exportDecided);
}

void MainWindow::checkWithData(const std::vector<Relationship>& relationships)
{
    if (relationships.empty()) {
        showMessage({MessageTopic::Relationships,
                     MessageLevel::Info,
                     tr("Choose a relationship in the list first, then check it with data."),
                     {},
                     {}});
        return;
    }
    const CatalogFacts facts = m_sources.facts();
    auto* question =
        new QMessageBox(QMessageBox::Question, tr("Check with data"),
                        tr("Read rows of %1 to check %2?")
                            .arg(databasesOf(relationships, m_sources.sources(), *facts.catalog)
                                     .join(QStringLiteral(", ")),
                                 relationshipCount(static_cast<int>(relationships.size()))),
                        QMessageBox::Cancel, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(whatIsRead(m_checks->options()));
    QPushButton* check = question->addButton(tr("&Check"), QMessageBox::AcceptRole);
    question->setDefaultButton(check);
    connect(check, &QPushButton::clicked, this, [this, facts, relationships] {
        if (facts.catalog == m_sources.facts().catalog)
            m_checks->start(facts, m_sources.sources(), relationships);
    });
    question->open();
}

void MainWindow::exportDecided()
{
    DecidedExport decided;
    decided.catalog = m_sources.facts().catalog;
    for (const Relationship& relationship : *m_sources.facts().relationships) {
        if (relationship.origin != RelationshipOrigin::Confirmed &&
            relationship.origin != RelationshipOrigin::Added)
            continue;
        decided.relationships.push_back(relationship);
        decided.verifications.push_back(m_checks->resultFor(*decided.catalog, relationship));
    }
    m_relationExport->exportAs(decided, m_sources.sources().front().request.name);
}

} // namespace cadastre
