// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The summary of all relationships in a window of its own: made off the UI thread, shown as a page
// that can be copied or written to a file.
#pragma once

#include "app/catalog_facts.h"
#include "app/newest_job.h"
#include "model/relations/verdict.h"

#include <QPointer>

class QDialog;
class QTextBrowser;

namespace cadastre {

/// The page as Markdown. `minimumConfidence`: weaker inferred ones are only counted.
QString relationsPage(const CatalogFacts& facts, double minimumConfidence,
                      const VerificationLookup& verifications = {});

class RelationSummaryFlow : public QObject
{
    Q_OBJECT
public:
    explicit RelationSummaryFlow(QWidget* window);

    /// Opens the window at once; the page follows. `verifications` is asked on another thread.
    void show(const CatalogFacts& facts, double minimumConfidence,
              const VerificationLookup& verifications = {});

private:
    void openDialog();

    QWidget* m_window;
    QPointer<QDialog> m_dialog;
    QPointer<QTextBrowser> m_page;
    NewestJob<QString> m_job;
};

} // namespace cadastre
