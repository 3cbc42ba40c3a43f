// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// MigrationFlow: pending comments as files instead of sending them: migrations by a template, or a
// comment file. What stands in the files lives in model/export/migration and model/notes.
#pragma once

#include "app/newest_job.h"
#include "app/settings.h"
#include "widgets/message_bar.h"
#include "widgets/migration_dialog.h"
#include "widgets/pending_state.h"

#include <QPointer>

namespace cadastre {

class MigrationFlow : public QObject
{
    Q_OBJECT
public:
    MigrationFlow(QWidget* window, Settings* settings, QObject* parent);

    /// Opens the dialog for the planned ones of these rows.
    void exportMigration(const PendingSource& source, Engine engine);
    /// Asks where to, and writes `COMMENT ON` statements with their was lines.
    void exportCommentFile(std::shared_ptr<const Catalog> catalog,
                           const std::vector<CommentEdit>& edits, const QString& suggestedName);
    void writeCommentFile(const std::shared_ptr<const Catalog>& catalog,
                          const std::vector<CommentEdit>& edits, const QString& path);

    /// Asks where to, and writes a text as it is.
    void saveText(const QString& text, const QString& fileName);

    [[nodiscard]] MigrationDialog* dialog() const { return m_dialog; }

Q_SIGNALS:
    void message(const cadastre::Message& message);

private:
    void openDialog(const MigrationQuestion& question);
    void chooseFolder();
    void write(const QString& templateName, const QString& folder,
               const std::vector<MigrationFile>& files);
    void takeWritten(const Result<Nothing>& result, const QString& folder, std::size_t files);
    void writeFile(const std::function<Result<QByteArray>()>& content, const QString& path);
    void tell(MessageLevel level, const QString& text, const QString& detail = {});

    QWidget* m_window;
    Settings* m_settings;
    QPointer<MigrationDialog> m_dialog;
    NewestJob<Result<std::vector<MigrationTemplate>>> m_templatesJob;
    NewestJob<Result<Nothing>> m_writeJob;
};

/// Where a team's own templates lie: beside the settings.
QString migrationTemplateFolder();

/// Writes all or, where one of them is there already, none.
Result<Nothing> writeMigrationFiles(const QString& folder, const std::vector<MigrationFile>& files);

} // namespace cadastre
