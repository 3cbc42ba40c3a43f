// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Pending comments as migration files: which tool, what it is called, where to; the files are shown
// as they will be before anything is written. Making them lives in model/export/migration.
#pragma once

#include "model/export/migration/migration.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace cadastre {

struct MigrationQuestion
{
    std::vector<MigrationTemplate> templates; ///< at least one
    std::vector<PlannedComment> comments;
    MigrationFacts facts;
    QString folder;
    QString templateName;   ///< chosen at first; the first where it is not there
    QString templateFolder; ///< where a team puts its own
};

class MigrationDialog : public QDialog
{
    Q_OBJECT
public:
    explicit MigrationDialog(MigrationQuestion question, QWidget* parent = nullptr);

    [[nodiscard]] QComboBox* templateBox() const { return m_template; }
    [[nodiscard]] QLineEdit* titleField() const { return m_title; }
    [[nodiscard]] QLineEdit* folderField() const { return m_folder; }
    [[nodiscard]] QTabWidget* preview() const { return m_preview; }
    [[nodiscard]] QPushButton* writeButton() const { return m_write; }
    [[nodiscard]] const std::vector<MigrationFile>& files() const { return m_files; }
    /// What stands below the files: how many comments are in them, or why there are none.
    [[nodiscard]] QString note() const;
    void showProblem(const QString& problem);

Q_SIGNALS:
    void folderRequested();
    /// The dialog stays open until it is closed from outside.
    void writeRequested(const QString& templateName, const QString& folder,
                        const std::vector<cadastre::MigrationFile>& files);

private:
    void setUpFields();
    void setUpButtons();
    void makeFiles();
    void showFiles();

    MigrationQuestion m_question;
    std::vector<MigrationFile> m_files;
    QComboBox* m_template;
    QLineEdit* m_title;
    QLineEdit* m_folder;
    QTabWidget* m_preview;
    QLabel* m_note;
    QPushButton* m_write = nullptr;
};

} // namespace cadastre
