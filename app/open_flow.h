// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// OpenFlow: everything between "open something" and a request to read it: file and connection
// dialogs, passwords from the keychain, which schemas. What is read with it lives in
// open_sources.h.
#pragma once

#include "app/keychain.h"
#include "app/open_sources.h"
#include "app/settings.h"
#include "widgets/connection_dialog.h"
#include "widgets/message_bar.h"

#include <QPointer>

namespace cadastre {

/// Whether something is opened in place of what is open or beside it.
enum class OpenMode : std::uint8_t {
    Replace,
    Add,
    Again, ///< it is open, and its server wants another password
};

class OpenFlow : public QObject
{
    Q_OBJECT
public:
    OpenFlow(QWidget* window, OpenSources* sources, Settings* settings);

    /// A path or URL as a person wrote it.
    void openAddress(const QString& text, OpenMode mode = OpenMode::Replace);
    /// Several of them: the first as said, the others beside it, one after the other.
    void openAddresses(const QStringList& texts, OpenMode mode = OpenMode::Replace);
    void openSample();
    /// Several files at once may be chosen.
    void chooseFile(OpenMode mode);
    void connectToServer(OpenMode mode);
    /// Asks for the password that a server wanted.
    void askAgain(const FailedSource& failed, OpenMode mode);
    [[nodiscard]] OpenMode mode() const { return m_mode; }
    /// Others are to be opened beside what is being opened.
    [[nodiscard]] bool isOpeningSeveral() const { return !m_waiting.isEmpty(); }
    [[nodiscard]] ConnectionDialog* dialog() const { return m_dialog; }

Q_SIGNALS:
    void message(const cadastre::Message& message);
    /// A database is to be opened in place of what is open.
    void opened(const cadastre::SourceRequest& request);
    /// A workspace file is to be opened.
    void workspaceChosen(const QString& path);

private:
    void open(const SourceRequest& request, OpenMode mode);
    void openWaiting();
    void openServer(const DatabaseAddress& address, OpenMode mode);
    void showDialog(OpenMode mode);
    void wireDialog();
    void test(const ConnectionRequest& request);
    void takeTest(const Result<ConnectionTest>& result);
    void takeRequest(const ConnectionRequest& request);

    QWidget* m_window;
    OpenSources* m_sources;
    Settings* m_settings;
    Keychain m_keychain;
    DatabaseSession m_testSession;
    DatabaseAddress m_testAddress;
    QPointer<ConnectionDialog> m_dialog;
    OpenMode m_mode = OpenMode::Replace;
    QString m_again;       ///< name of the source whose password is asked for
    QStringList m_waiting; ///< to be opened beside what is being opened
};

/// The fields of the dialog for an address, and the way back from a URL with its password apart.
ServerFields fieldsOf(const DatabaseAddress& address);
Result<ReadUrl> readServerUrl(const QString& url);

} // namespace cadastre
