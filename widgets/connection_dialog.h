// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The dialog that asks where a database is: engine, address, password, and which schemas when there
// are many. It connects to nothing: it asks by signal and shows the outcome.
#pragma once

#include "widgets/server_form.h"

#include <QDialog>
#include <QPointer>

class QButtonGroup;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace cadastre {

class SchemaChooser;

/// What the dialog was filled in with.
struct ConnectionRequest
{
    QString address;  ///< path or URL, free of passwords
    QString password; ///< only for the session's memory, or the keychain when `remember`
    bool remember = false;
    QStringList schemas; ///< empty for all
};

/// How well the way to the server is protected, as the dialog words it.
struct ConnectionOutcome
{
    QString server;     ///< "PostgreSQL 15.18"
    QString protection; ///< "TLS 1.3, certificate verified"
    bool protectionWarning = false;
    QStringList schemas;
};

class ConnectionDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ConnectionDialog(QWidget* parent = nullptr);

    void setUrlReader(const UrlReader& reader) { m_form->setUrlReader(reader); }
    void setFields(const ServerFields& fields);
    void setKeychainProblem(const QString& reason) { m_form->setKeychainProblem(reason); }
    [[nodiscard]] ConnectionRequest request() const;
    [[nodiscard]] ServerForm* form() const { return m_form; }

    void showOutcome(const ConnectionOutcome& outcome);
    void showError(const QString& message, const QString& detail);
    /// The attempt was cancelled; the dialog is as before.
    void showCancelled();

Q_SIGNALS:
    /// Try to connect; the answer comes back by showOutcome() or showError().
    void testRequested(const cadastre::ConnectionRequest& request);
    void testCancelled();
    /// Everything is known and has been tried: open it.
    void openRequested(const cadastre::ConnectionRequest& request);

public Q_SLOTS:
    void reject() override;

private:
    void setUpEngines();
    void setUpButtons();
    QWidget* createFilePage();
    QWidget* createOutcome();
    void chooseFile();
    void showEngine(int engine);
    void startTest(bool openAfterwards);
    void setBusy(bool busy);
    void updateButtons();
    void openNow();
    void showText(const QString& iconName, int tone, const QString& text, const QString& detail);

    bool m_busy = false;
    bool m_openAfterwards = false;
    QButtonGroup* m_engines = nullptr;
    QStackedWidget* m_pages = nullptr;        ///< address, schemas
    QStackedWidget* m_addressPages = nullptr; ///< file, server
    QLineEdit* m_file = nullptr;
    ServerForm* m_form = nullptr;
    SchemaChooser* m_schemas = nullptr;
    QLabel* m_outcomeIcon = nullptr;
    QLabel* m_outcomeText = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace cadastre
