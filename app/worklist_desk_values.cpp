// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The desk's look at rows: asked for, said what came of it. Nothing reads a row before a person
// said so.
#include "app/worklist_desk.h"

#include <QLocale>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>

namespace cadastre {

void WorklistDesk::connectValues()
{
    connect(m_values, &ValueCheckFlow::started, this, [this](int columns) {
        Q_EMIT started(
            tr("Reading values of %1…").arg(tr("%Ln columns", nullptr, static_cast<int>(columns))));
    });
    connect(m_values, &ValueCheckFlow::cancelled, this, &WorklistDesk::ended);
    connect(m_values, &ValueCheckFlow::finished, this,
            [this](int columns, const QStringList& failures) {
                Q_EMIT ended();
                QString text = tr("The values of %1 were compared with their comments.")
                                   .arg(tr("%Ln columns", nullptr, static_cast<int>(columns)));
                if (!failures.isEmpty())
                    text += tr(" %1 could not be read.")
                                .arg(tr("%Ln others", nullptr, static_cast<int>(failures.size())));
                Q_EMIT message({MessageTopic::Comments,
                                failures.isEmpty() ? MessageLevel::Info : MessageLevel::Warning,
                                text,
                                failures.join(QLatin1Char('\n')),
                                {}});
                refreshSoon();
            });
}

void WorklistDesk::askValueCheck()
{
    const auto columns =
        ValueCheckFlow::columnsToCheck(m_comments->commented(), m_sources->sources());
    if (columns.empty()) {
        Q_EMIT message({MessageTopic::Comments,
                        MessageLevel::Info,
                        tr("No comment explains values with @values, so there is nothing to "
                           "compare with rows."),
                        {},
                        {}});
        return;
    }
    const VerifyOptions options;
    auto* question =
        new QMessageBox(QMessageBox::Question, tr("Check values with data"),
                        tr("Read rows to see which values of %1 occur?")
                            .arg(tr("%Ln columns", nullptr, static_cast<int>(std::ssize(columns)))),
                        QMessageBox::Cancel, m_window);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("Only columns whose comments explain values (@values). Tables of up to %1 rows are "
           "looked at whole, of larger ones about %2 rows. The values are kept in memory until "
           "the program ends; nothing is written.")
            .arg(QLocale().toString(static_cast<qlonglong>(options.wholeRows)),
                 QLocale().toString(static_cast<qlonglong>(options.sampleRows))));
    QPushButton* check = question->addButton(tr("&Check"), QMessageBox::AcceptRole);
    question->setDefaultButton(check);
    connect(check, &QPushButton::clicked, this,
            [this] { m_values->start(m_comments->commented(), m_sources->sources()); });
    question->open();
}

} // namespace cadastre
