import type { RuleExamples } from '../example.ts';

const file = 'src/signIn.ts';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'by its key',
      file,
      code: "export function remember(answer: Answer) {\n  ⟦localStorage.setItem('token', answer.token)⟧;\n  ⟦window.sessionStorage.setItem('refresh_token', answer.refresh)⟧;\n}\n",
    },
    {
      name: 'by a constant',
      file,
      code: "const ACCESS_TOKEN_KEY = 'shop:access-token';\nexport const remember = (value: string) => ⟦localStorage.setItem(ACCESS_TOKEN_KEY, value)⟧;\n",
    },
    {
      name: 'by its value',
      file,
      code: "export const remember = ({ data }: Answer) => ⟦localStorage.setItem('shop', data.accessToken)⟧;\n",
    },
    {
      name: 'within an object',
      file: 'src/signIn.js',
      code: "⟦localStorage.setItem('auth', JSON.stringify({ user, token }))⟧;\n",
    },
    {
      name: 'as a property',
      file: 'src/signIn.js',
      code: "⟦localStorage.jwt = answer.jwt⟧;\n⟦localStorage['authToken'] = answer.value⟧;\n",
    },
    {
      name: 'a hook',
      file: 'src/useAuth.ts',
      code: "export const useToken = () => ⟦useLocalStorage('token', '')⟧;\n",
    },
    {
      name: 'a store that is kept',
      file: 'src/store.ts',
      code: "export const useAuth = create(persist((set) => ({ ⟦token: null⟧, setToken: (token) => set({ token }) }), { name: 'auth' }));\n",
    },
    {
      name: 'on a phone',
      file: 'src/signIn.ts',
      code: "import AsyncStorage from '@react-native-async-storage/async-storage';\n\nexport const remember = (token: string) => ⟦AsyncStorage.setItem('userToken', token)⟧;\n",
    },
  ],
  ok: [
    {
      name: 'what signs nobody in',
      file,
      code: "localStorage.setItem('theme', 'dark');\nlocalStorage.setItem('lang', lang);\nlocalStorage.setItem('tokenizer', 'gpt-4');\nsessionStorage.setItem('scroll', String(scrollY));\n",
    },
    {
      name: 'taking it away, and reading it',
      file,
      code: "localStorage.removeItem('token');\nlocalStorage.setItem('token', '');\nexport const token = localStorage.getItem('token');\n",
    },
    {
      name: 'tokens of other kinds',
      file,
      code: "localStorage.setItem('csrfToken', value);\nlocalStorage.setItem('fcm_token', deviceToken);\nlocalStorage.setItem('token_expires_at', String(at));\nlocalStorage.setItem('max_tokens', '4096');\nsessionStorage.setItem('oauth_state', state);\n",
    },
    {
      name: 'who is signed in, and whether',
      file,
      code: "localStorage.setItem('user', JSON.stringify({ name: user.name }));\nlocalStorage.setItem('isAuthenticated', 'true');\n",
    },
    {
      name: 'the keychain of a phone',
      file,
      code: "import * as SecureStore from 'expo-secure-store';\n\nexport const remember = (token: string) => SecureStore.setItemAsync('token', token);\n",
    },
    {
      name: 'a store that keeps something else',
      file: 'src/store.ts',
      code: "export const useAuth = create(persist((set) => ({ token: null, theme: 'dark' }), { name: 'shop', partialize: (state) => ({ theme: state.theme }) }));\n",
    },
    {
      name: 'a map that is called storage',
      file,
      code: "const storage = new Map<string, string>();\nstorage.set('token', token);\nmemory.setItem('token', token);\n",
    },
  ],
  fixed: [],
};
